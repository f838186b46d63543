import type { Box } from '../../../domain/kinds'
import { atlasOf, type Place } from '../../../domain/survey/places'
import { isEntered, type Column, type Question } from '../../../domain/survey/definition'
import { isSpared } from '../../../domain/survey/essential'
import { askAbout, type AskLink } from './askAbout'
import { fieldAt, type Field } from './field'
import type { Filling } from './filling'
import { columnLabel, isChosen, notCollectedAt, type NotCollected } from './notCollected'
import { calculatedIn } from './totalRows'

/** One line of boxes: a question of its own, a row of a table, or an entry of a list. */
export interface EntryRow {
  readonly id: string
  readonly label: string
  readonly hint: string | undefined
  /** Of a line that is a question of its own. */
  readonly ask: AskLink | undefined
  readonly cells: readonly EntryCell[]
  /** A choice for each of its boxes that may be "not collected". */
  readonly notCollected: readonly NotCollected[]
  /** Whether one of those choices has been made, so that they are shown. */
  readonly isUncollected: boolean
  /** Whether nothing of the line is collected. */
  readonly isNone: boolean
}

/** What stands in a line under one column: a box to type in, a box of another kind, or what has been worked out. */
export type EntryCell =
  | { readonly kind: 'typed' | 'chosen'; readonly column: string; readonly field: Field }
  | { readonly kind: 'text'; readonly column: string; readonly text: string; readonly shown: string }

/** A line of boxes at these places, one for each column. */
export function entryRow(
  line: {
    readonly id: string
    readonly label: string
    readonly hint?: string | undefined
    readonly ask?: AskLink | undefined
  },
  places: readonly Place[],
  filling: Filling,
): EntryRow {
  const notCollected = places.flatMap((place) => notCollectedAt(place, filling) ?? [])
  return {
    id: line.id,
    label: line.label,
    hint: line.hint,
    ask: line.ask,
    cells: places.map((place) => entryCell(place, filling)),
    notCollected,
    isUncollected: notCollected.some(isChosen),
    isNone: notCollected.length > 0 && notCollected.length === places.length && notCollected.every(isChosen),
  }
}

const isChosenFrom: ReadonlySet<Box['kind']> = new Set<Box['kind']>(['checkbox', 'choice', 'choices'])

function entryCell(place: Place, filling: Filling): EntryCell {
  const kind = isChosenFrom.has(place.box.kind) ? 'chosen' : 'typed'
  return { kind, column: columnLabel(place), field: fieldAt(place, filling) }
}

/** A line that only says what has been worked out. */
export function calculatedRow(
  question: Question & { readonly columns: readonly Column[] },
  filling: Filling,
): EntryRow {
  const shown = calculatedIn(question, filling.sheet)
  return {
    id: question.code,
    label: question.label,
    hint: question.hint,
    ask: undefined,
    cells: question.columns.map(({ code, label }) => {
      const address = `${question.code}.${code}`
      return { kind: 'text', column: label, text: shown[address] ?? '', shown: address }
    }),
    notCollected: [],
    isUncollected: false,
    isNone: false,
  }
}

/** The line of a question whose boxes stand side by side. */
export function rowOfQuestion(question: Question & { readonly shape: 'row' }, filling: Filling): EntryRow {
  if (!isEntered(question)) return calculatedRow(question, filling)
  const atlas = atlasOf(filling.sheet.definition)
  const places = question.columns.flatMap(({ code }) => atlas.place(`${question.code}.${code}`) ?? [])
  const { code: id, hint } = question
  return entryRow({ id, label: labelOf(question, filling), hint, ask: askAbout(question, filling) }, places, filling)
}

/** A question as shown: those that may be left out say so. */
export const labelOf = (question: Question, { sheet }: Pick<Filling, 'sheet'>): string =>
  mayBeLeftOut(question, sheet) ? `${question.label} (optional)` : question.label

function mayBeLeftOut(question: Question, { register }: Filling['sheet']): boolean {
  const isOptional = question.answering === 'optional' && question.requiredWhen === undefined
  return isOptional || (question.essential === undefined && isSpared(question, '', register))
}
