import { columnLetter } from './columnLetter'
import { headingOf, headings, type Part } from './headings'
import type { Line } from './line'
import { isNumeric } from '../domain/kinds'

/** One column of a section's sheet. */
export interface Column {
  readonly key: keyof typeof headings | Part
  /** What it is of, where it is of answers; '' of those that stand alone on their line. */
  readonly measure: string
  readonly heading: string
  /** A, B, C … */
  readonly letter: string
  /** In characters. */
  readonly width: number
}

/** The row the headings stand in, under the sheet's title. */
export const HEADING_ROW = 2

const widths = { question: 34, line: 30, gives: 28, notes: 36, reason: 16, address: 34 } as const

/** Of figures, and of words. */
const answerWidths = { figures: 11, words: 26 } as const

/**
 * The columns of a sheet, as its lines need them: what is asked; a column of answers for each measure, side by side so
 * that a block of figures can be pasted; why they are not collected, where that may be said; and last the addresses.
 */
export function columnsOf(lines: readonly Line[]): readonly Column[] {
  const measures = lines.map(({ cells }) => cells.map(({ measure }) => measure)).reduce(mergedInto, [''])
  const columns = [
    single('question'),
    single('line'),
    ...measures.map((measure) => of('answer', measure, answerWidth(measure, lines))),
    ...measures
      .filter((measure) => mayBeUncollected(measure, lines))
      .map((measure) => of('reason', measure, widths.reason)),
    single('gives'),
    single('notes'),
    ...measures.map((measure) => of('address', measure, widths.address)),
  ]
  return columns.map((column, at) => ({ ...column, letter: columnLetter(at + 1) }))
}

const single = (key: keyof typeof headings) => ({ key, measure: '', heading: headings[key], width: widths[key] })

const of = (key: Part, measure: string, width: number) => ({ key, measure, heading: headingOf(key, measure), width })

/** Answers that stand alone come first; others each before what follows it in its question. */
const mergedInto = (order: readonly string[], measures: readonly string[]): readonly string[] =>
  measures.reduceRight((all, measure, at) => {
    if (all.includes(measure)) return all
    const next = all.indexOf(measures[at + 1] ?? '')
    return next > 0 ? all.toSpliced(next, 0, measure) : [...all, measure]
  }, order)

const cellsOf = (wanted: string, lines: readonly Line[]) =>
  lines.flatMap(({ cells }) => cells.filter(({ measure }) => measure === wanted))

const mayBeUncollected = (measure: string, lines: readonly Line[]): boolean =>
  cellsOf(measure, lines).some((cell) => cell.mayBeUncollected)

function answerWidth(measure: string, lines: readonly Line[]): number {
  const isFigures = cellsOf(measure, lines).every(({ answer }) => !('box' in answer) || isNumeric(answer.box))
  return isFigures ? answerWidths.figures : answerWidths.words
}

/** The letter of a part's column. A sheet has one for each of its measures; of a reason perhaps none. */
export const letterIn = (columns: readonly Column[], key: Column['key'], measure = ''): string | undefined =>
  columns.find((column) => column.key === key && column.measure === measure)?.letter
