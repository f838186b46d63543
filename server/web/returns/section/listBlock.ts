import type { Question } from '../../../domain/survey/definition'
import { entriesIn, placesOf } from '../../../domain/survey/places'
import { columnHead } from './columnHead'
import type { Filling } from './filling'
import { idOf, reasonOptions, type NotCollected } from './notCollected'
import { aboutWords } from './aboutWords'
import { askAbout } from './askAbout'
import { entryRow, labelOf } from './rows'
import { rulesBeside } from './ruleViews'
import type { TableBlock } from './tableBlock'
import { totalRowsOf } from './totalRows'

/** How many empty lines wait under those there are. */
const WAITING = 2

/** A table that grows: the entries there are, and a few empty lines. */
export interface ListBlock extends Omit<TableBlock, 'kind' | 'zeroFill' | 'sets' | 'notAsked'> {
  readonly kind: 'list'
  /** Where nobody can be named: while there are no entries. */
  readonly none: NotCollected | undefined
  readonly noneIsChosen: boolean
  readonly most: number
}

type List = Question & { readonly shape: 'list' }

/** A list of partners: those that are there, those that were typed, and one more. */
export function listBlock(question: List, filling: Filling): ListBlock {
  const { section, sheet } = filling
  const entries = entriesShown(question, filling)
  const places = placesOf({ question, section }, entries)
  const rows = entries.map((entry) => {
    const row = String(entry)
    const line = { id: `row-${question.code}.${row}`, label: `${question.entry} ${row}` }
    return entryRow(
      line,
      places.filter((place) => place.row === row),
      filling,
    )
  })
  const cell = sheet.cells[question.code]
  const reason = cell?.state === 'not_collected' ? cell.reason : ''
  const hasEntries = entriesIn(question, sheet.cells).length > 0
  return {
    kind: 'list',
    id: question.code,
    label: labelOf(question, filling),
    about: aboutWords(question, sheet),
    ask: askAbout(question, filling),
    columns: question.columns.map(columnHead),
    isMany: true,
    hasNotCollected: rows.some(({ notCollected }) => notCollected.length > 0),
    rows,
    totals: totalRowsOf(question, section, sheet),
    rules: rulesBeside([question], filling),
    none: question.mayBeUncollected && !hasEntries ? noneAt(question, reason) : undefined,
    noneIsChosen: reason !== '',
    most: question.most,
  }
}

/** Entries with something in them, those typed, and empty lines whose numbers have never been used. */
function entriesShown(question: List, { found, sheet, typed }: Filling): number[] {
  const there = entriesIn(question, { ...sheet.cells, ...typedEntries(typed) })
  const last = Math.max(found.entries[question.code] ?? 0, ...there)
  const waiting = Math.min(WAITING, Math.max(0, question.most - there.length))
  return [...there, ...Array.from({ length: waiting }, (_, at) => last + 1 + at)]
}

const typedEntries = (typed: Filling['typed']) =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) =>
      typeof text === 'string' && text !== '' && !name.includes('!')
        ? [[name, { state: 'value', value: text } as const]]
        : [],
    ),
  )

const noneAt = ({ code, label }: List, reason: string): NotCollected => ({
  id: idOf(`${code}!nc`),
  name: `${code}!nc`,
  label: `${label}: why it is not collected`,
  column: 'Nobody can be named',
  options: reasonOptions(reason),
})
