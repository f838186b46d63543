import { placeLine, questionNotes, wholeListLine, type RowOfPlaces } from './placeLines'
import { explanationLines } from './explanationLines'
import type { Line } from './line'
import { totalLines } from './totalLines'
import type { Question, Section } from '../domain/survey/definition'
import { entriesIn, placesOf, type Place } from '../domain/survey/places'
import type { Sheet } from '../domain/survey/sheet'

/** Numbers of entries each list has used: a number is never used again. */
export type EntriesUsed = Readonly<Record<string, number>>

/** Lists are drawn in tens: the lines that are left are room for more, and filling them all brings no others. */
const TEN = 10

/** Every line of a section's sheet, in reading order. */
export const linesOf = (section: Section, sheet: Sheet, used: EntriesUsed): Line[] => [
  ...section.questions.flatMap((question) => questionLines({ question, section }, sheet, used)),
  ...explanationLines(section, sheet),
]

type Found = Pick<Place, 'question' | 'section'>

function questionLines(found: Found, sheet: Sheet, used: EntriesUsed): Line[] {
  const places = placesOf(found, entriesOf(found, sheet, used))
  const lines = [...wholeListLine(found, sheet), ...rowsOf(places).map((row) => placeLine(row, sheet))]
  return [...lines, ...totalLines(found, sheet)].map(worded(found.question, sheet))
}

/** The places of a row stand beside each other. */
function rowsOf(places: readonly Place[]): RowOfPlaces[] {
  const rows = new Map<string, RowOfPlaces>()
  for (const place of places) {
    const before = rows.get(place.row ?? '')
    rows.set(place.row ?? '', before ? [...before, place] : [place])
  }
  return [...rows.values()]
}

/** The entries there are, and room for more. */
function entriesOf({ question }: Found, sheet: Sheet, used: EntriesUsed): number[] {
  if (question.shape !== 'list') return []
  const there = entriesIn(question, sheet.cells)
  const last = Math.max(used[question.code] ?? 0, ...there)
  const left = last === 0 ? TEN : (TEN - (last % TEN)) % TEN
  const room = Math.max(0, Math.min(left, question.most - there.length))
  return [...there, ...Array.from({ length: room }, (_, at) => last + 1 + at)]
}

/** The question is told on each of its lines, so that they may be sorted; how to answer it on the first only. */
const worded =
  (question: Question, sheet: Sheet) =>
  (line: Line, at: number, lines: readonly Line[]): Line => ({
    ...line,
    question: question.label,
    repeats: at > 0,
    gives: line.gives === lines[at - 1]?.gives ? '' : line.gives,
    notes: [line.notes, at === 0 ? questionNotes(question, sheet) : ''].filter((each) => each !== '').join(' '),
  })
