import { format } from '../../../domain/kinds'
import { readable } from '../../../domain/kinds/number'
import type { Column, Question, Section } from '../../../domain/survey/definition'
import type { Expression } from '../../../domain/survey/expression'
import { atlasOf } from '../../../domain/survey/places'
import { figureOf } from '../../../domain/survey/reckoning'
import type { Sheet } from '../../../domain/survey/sheet'
import { remainingWords, totalsOf, type ColumnTotal } from './totals'

/** A line under a table: the total, what is counted with it, what it must come to. */
export interface TotalRow {
  readonly label: string
  readonly cells: readonly TotalCell[]
}

export interface TotalCell {
  /** The column's words, shown above it on a phone. */
  readonly column: string
  readonly text: string
  /** What the script finds it by, to show it anew after each change. */
  readonly shown: string | undefined
}

export interface Totals {
  readonly rows: readonly TotalRow[]
  /** What remains, in words. */
  readonly says: string
  readonly isNothing: boolean
  /** What the script finds what remains by. */
  readonly shown: string
}

/** All that stands under a table or a list; undefined where nothing is added up. */
export function totalRowsOf(
  question: Question & { readonly columns: readonly Column[] },
  section: Section,
  sheet: Sheet,
): Totals | undefined {
  const totals = totalsOf(question, section, sheet)
  const compared = totals.find(({ adding }) => adding)
  if (!compared?.adding) return undefined
  const remaining = remainingWords(totals)
  const row = (label: string, cellOf: (total: ColumnTotal) => Partial<TotalCell>): TotalRow => ({
    label,
    cells: question.columns.map((column) => {
      const total = totals.find((each) => each.column === column)
      return { text: '', shown: undefined, column: column.label, ...(total && cellOf(total)) }
    }),
  })
  const beside = compared.adding.beside.map((_term, at) =>
    row(calledBy(compared.adding?.beside[at], section, sheet), (total) => ({
      text: figureText(total.adding?.beside[at], total, sheet),
    })),
  )
  return {
    rows: [
      row('Total', (total) => ({ text: readable(total.figure, total.places), shown: total.pattern })),
      ...beside,
      row(calledBy(compared.adding.target, section, sheet), (total) => ({
        text: figureText(total.adding?.target, total, sheet),
      })),
    ],
    says: remaining?.says ?? '',
    isNothing: remaining?.isNothing ?? true,
    shown: `${question.code}-remaining`,
  }
}

function figureText(expression: Expression | undefined, { places }: ColumnTotal, sheet: Sheet): string {
  if (!expression) return ''
  const figure = figureOf(expression, sheet)
  return figure === undefined ? 'not known yet' : readable(figure, places)
}

/** What a figure is called, and in which section it is where that is another: "Total you employ (section B)". */
function calledBy(expression: Expression | undefined, section: Section, sheet: Sheet): string {
  const place = expression?.kind === 'cell' ? atlasOf(sheet.definition).place(expression.address) : undefined
  if (!place) return 'What it must come to'
  const { label } = place.question
  return place.section.code === section.code ? label : `${label} (section ${place.section.code.toUpperCase()})`
}

/** What the script shows anew after a save: totals, what remains, and what is calculated, by what it finds them by. */
export function shownIn(section: Section, sheet: Sheet): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const question of section.questions) {
    for (const total of totalsOf(question, section, sheet)) {
      shown[total.pattern] = readable(total.figure, total.places)
      shown[`${question.code}-remaining`] = remainingWords(totalsOf(question, section, sheet))?.says ?? ''
    }
    if (question.answering === 'calculated') Object.assign(shown, calculatedIn(question, sheet))
  }
  return shown
}

/** The calculated figures of a question, in words, by address. */
export function calculatedIn(question: Question, sheet: Sheet): Record<string, string> {
  const atlas = atlasOf(sheet.definition)
  const columns =
    question.shape === 'single' ? [''] : question.shape === 'row' ? question.columns.map(({ code }) => code) : []
  return Object.fromEntries(
    columns.flatMap((column) => {
      const address = column === '' ? question.code : `${question.code}.${column}`
      const place = atlas.place(address)
      const figure = figureOf({ kind: 'cell', address }, sheet)
      return place ? [[address, figure === undefined ? 'not known yet' : format(place.box, figure)] as const] : []
    }),
  )
}
