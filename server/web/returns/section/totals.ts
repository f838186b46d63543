import type { Column, Question, Section } from '../../../domain/survey/definition'
import type { Expression } from '../../../domain/survey/expression'
import { remembered } from '../../../domain/remembered'
import { isNumeric } from '../../../domain/kinds'
import { readable } from '../../../domain/kinds/number'
import { atlasOf } from '../../../domain/survey/places'
import { addressesOf, figureOf } from '../../../domain/survey/reckoning'
import type { Sheet } from '../../../domain/survey/sheet'
import { addingsOf, type Adding } from './adding'

/** What stands under one column of a table. */
export interface ColumnTotal {
  readonly column: Column
  /** The addresses it adds up: `sw_career_stage.*.hc`. */
  readonly pattern: string
  /** What has been entered so far, added up. */
  readonly figure: number
  readonly places: number
  /** Boxes with nothing in them yet. */
  readonly blank: number
  readonly uncollected: number
  readonly adding: Adding | undefined
  /** What is added to it before it is compared, and what it is compared with. */
  readonly beside: number | undefined
  readonly target: number | undefined
  readonly within: number
}

/** The totals of a table or a list whose columns the survey adds up; none where it never does. */
export const totalsOf = (question: Question, section: Section, sheet: Sheet): readonly ColumnTotal[] =>
  totalsIn(sheet)(section)(question)

const totalsIn = remembered((sheet: Sheet) =>
  remembered((section: Section) => remembered((question: Question) => addUp(question, section, sheet))),
)

function addUp(question: Question, section: Section, sheet: Sheet): ColumnTotal[] {
  const standing = sheet.standing({ question, section })
  if (standing === 'none' || standing === 'not_asked') return []
  if (question.shape !== 'table' && question.shape !== 'list') return []
  const addings = addingsOf(question, section)
  const all = question.columns
    .filter(({ box }) => isNumeric(box))
    .map((column) => totalOf(column, question, addings, sheet))
  return all.some(({ adding }) => adding) ? all : []
}

function totalOf(column: Column, { code }: Question, addings: readonly Adding[], sheet: Sheet): ColumnTotal {
  const pattern = `${code}.*.${column.code}`
  const adding = addings.find((each) => each.pattern === pattern)
  const entered = enteredAt(pattern, sheet)
  return {
    column,
    pattern,
    ...entered,
    places: column.box.kind === 'decimal' ? column.box.places : 0,
    adding,
    beside: adding && together(adding.beside, sheet),
    target: adding && figureOf(adding.target, sheet),
    within: (adding && figureOf(adding.within, sheet)) ?? 0,
  }
}

const together = (terms: readonly Expression[], sheet: Sheet): number | undefined =>
  figureOf({ kind: 'plus', terms }, sheet)

/** Unlike a sum of the survey's, this one is of what is there: a page shows it while boxes are still blank. */
function enteredAt(pattern: string, sheet: Sheet): Pick<ColumnTotal, 'figure' | 'blank' | 'uncollected'> {
  const atlas = atlasOf(sheet.definition)
  let [hundredths, blank, uncollected] = [0, 0, 0]
  for (const address of addressesOf(pattern, sheet)) {
    const place = atlas.place(address)
    const standing = place ? sheet.standing(place) : 'not_asked'
    if (standing === 'none' || standing === 'not_asked') continue
    const cell = sheet.cells[address]
    if (!cell) blank += 1
    else if (cell.state === 'not_collected') uncollected += 1
    else if (typeof cell.value === 'number') hundredths += Math.round(cell.value * 100)
  }
  return { figure: hundredths / 100, blank, uncollected }
}

/** How much is still to be found in a column; negative where there is too much; undefined where it cannot be said. */
function missingFrom({ figure, beside, target, uncollected }: ColumnTotal): number | undefined {
  if (target === undefined || beside === undefined || uncollected > 0) return undefined
  return (Math.round(target * 100) - Math.round(figure * 100) - Math.round(beside * 100)) / 100
}

const isOut = (total: ColumnTotal): boolean => Math.abs(missingFrom(total) ?? 0) > total.within + 1e-9

export interface Remaining {
  readonly says: string
  readonly isNothing: boolean
}

/** What remains under a table, in words: "1 person and 0.80 WTE missing". */
export function remainingWords(totals: readonly ColumnTotal[]): Remaining | undefined {
  const compared = totals.filter((total) => missingFrom(total) !== undefined)
  const apart = totals
    .filter(({ uncollected, target }) => uncollected > 0 && target !== undefined)
    .map(({ column, uncollected }) => `${column.label}: not compared, for ${uncollected} not collected`)
  const out = compared.filter(isOut)
  const missing = out.filter((total) => (missingFrom(total) ?? 0) > 0)
  const over = out.filter((total) => (missingFrom(total) ?? 0) < 0)
  const says = [
    ...(missing.length > 0 ? [`${missing.map(amount).join(' and ')} missing`] : []),
    ...(over.length > 0 ? [`${over.map(amount).join(' and ')} too many`] : []),
    ...apart,
  ]
  if (says.length > 0) return { says: says.join('. '), isNothing: false }
  return compared.length > 0 ? { says: 'Nothing missing: this adds up', isNothing: true } : undefined
}

function amount(total: ColumnTotal): string {
  const figure = Math.abs(missingFrom(total) ?? 0)
  return `${readable(figure, total.places)} ${unitWords(total.column, figure)}`
}

/** 1 person, 2 people, 0.80 WTE, 1 assessment. */
function unitWords({ box, label }: Column, figure: number): string {
  const unit = ('unit' in box ? box.unit : undefined) ?? label
  if (unit === 'WTE' || figure !== 1) return unit
  return unit === 'people' ? 'person' : unit.replace(/s$/, '')
}
