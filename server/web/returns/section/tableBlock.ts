import { isNumeric } from '../../../domain/kinds'
import { remembered } from '../../../domain/remembered'
import { mayBeUncollected, type Question } from '../../../domain/survey/definition'
import { placesOf, type Place } from '../../../domain/survey/places'
import { columnHead, type ColumnHead } from './columnHead'
import type { Filling } from './filling'
import { notCollectedSet, type NotCollected } from './notCollected'
import { entryRow, labelOf, type EntryRow } from './rows'
import { rulesBeside, type RuleView } from './ruleViews'
import { totalRowsOf, type Totals } from './totalRows'
import { aboutWords } from './aboutWords'
import { counted } from '../../../domain/reading/counted'
import { askAbout, type AskLink } from './askAbout'

/** Rows of boxes under columns, with what stands under them. */
export interface TableBlock {
  readonly kind: 'table'
  readonly id: string
  readonly label: string
  /** What day it is about, and the hint. */
  readonly about: string | undefined
  readonly ask: AskLink | undefined
  readonly columns: readonly ColumnHead[]
  /** Too many columns for a narrow window. */
  readonly isMany: boolean
  readonly hasNotCollected: boolean
  readonly rows: readonly EntryRow[]
  /** About rows that are not shown. */
  readonly notAsked: string | undefined
  readonly totals: Totals | undefined
  /** The question whose blank boxes a button sets to 0. */
  readonly zeroFill: string | undefined
  /** Choices that fill every blank box of a column, or of the whole table. */
  readonly sets: readonly NotCollected[]
  readonly rules: readonly RuleView[]
}

type Table = Question & { readonly shape: 'table' }

/** A table of boxes with its totals. */
export function tableBlock(question: Table, filling: Filling): TableBlock {
  const shown = rowsShown(question, filling)
  const rows = shown.map(({ row, places }) =>
    entryRow({ id: `row-${question.code}.${row.code}`, label: row.label }, places, filling),
  )
  return {
    kind: 'table',
    id: question.code,
    label: labelOf(question, filling),
    about: aboutWords(question, filling.sheet),
    ask: askAbout(question, filling),
    columns: question.columns.map(columnHead),
    isMany: question.columns.length > 2,
    hasNotCollected: rows.some(({ notCollected }) => notCollected.length > 0),
    rows,
    notAsked: hiddenWords(question, filling),
    totals: totalRowsOf(question, filling.section, filling.sheet),
    zeroFill: rows.length > 1 && question.columns.some(({ box }) => isNumeric(box)) ? question.code : undefined,
    sets: rows.length > 1 ? setsOf(question) : [],
    rules: rulesBeside([question], filling),
  }
}

interface Shown {
  readonly row: Table['rows'][number]
  readonly places: readonly Place[]
}

/** The rows that are asked. One that is not known yet to be asked waits for the answer that leads to it. */
function rowsShown(question: Table, { section, sheet }: Filling): Shown[] {
  const places = placesOf({ question, section })
  return question.rows
    .map((row) => ({ row, places: places.filter((place) => place.row === row.code) }))
    .filter(({ places: [first] }) => {
      const standing = first ? sheet.standing(first) : 'not_asked'
      return standing === 'asked' || (standing === 'undetermined' && question.rowWhen === undefined)
    })
}

/** About the rows that are not shown: some never will be, some wait for an answer that leads to them. */
function hiddenWords(question: Table, { section, sheet }: Filling): string | undefined {
  const standings = question.rows.map(({ code }) => sheet.standing({ question, section, row: code }))
  const waiting = question.rowWhen ? standings.filter((standing) => standing === 'undetermined').length : 0
  const out = standings.filter((standing) => standing === 'none' || standing === 'not_asked').length
  const says = [
    ...(out > 0 ? [`${counted(out, 'row is', 'rows are')} not asked, because of what you answered above.`] : []),
    ...(waiting > 0 ? [`${counted(waiting, 'row waits', 'rows wait')} for your answer above.`] : []),
  ]
  return says.length === 0 ? undefined : says.join(' ')
}

const setsOf = remembered((question: Table): readonly NotCollected[] => {
  const columns = question.columns.filter(({ code }) => mayBeUncollected(question, code))
  const all = columns.length > 1 && columns.length === question.columns.length
  return [
    ...columns.map(({ code, label }) =>
      notCollectedSet(code === '' ? `${question.code}.*` : `${question.code}.*.${code}`, label),
    ),
    ...(all ? [notCollectedSet(`${question.code}.*`, 'Everything')] : []),
  ]
})
