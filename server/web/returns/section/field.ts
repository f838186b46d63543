import { format, isNumeric, type Box } from '../../../domain/kinds'
import type { Address } from '../../../domain/survey/cells'
import type { Place } from '../../../domain/survey/places'
import { organisationNamed } from '../../../domain/reading/cellInWords'
import { boxText } from '../boxText'
import { problemAt, type Filling } from './filling'
import { flagAt, type Flag } from './ruleViews'

/** One box, as a view of its kind prints it. */
export interface Field {
  readonly address: Address
  readonly kind: Box['kind']
  /** What it is, said in full: row and column. */
  readonly label: string
  readonly value: string
  readonly options: readonly FieldOption[]
  readonly unit: string | undefined
  readonly type: 'text' | 'email' | 'tel' | 'date'
  readonly inputMode: 'numeric' | 'decimal' | undefined
  /** The id of what is suggested while something is typed in it. */
  readonly list: string | undefined
  readonly isFigure: boolean
  readonly long: boolean
  /** Few options with few words: they stand side by side. */
  readonly isShort: boolean
  /** Of organisations: a box for each that may be named, or only one; of others none. */
  readonly boxes: readonly { readonly id: string; readonly value: string; readonly label: string }[]
  readonly problem: string | undefined
  readonly flag: Flag | undefined
  /** What stood here last time. */
  readonly last: string | undefined
  /** Ids of what describes it. */
  readonly describedBy: string | undefined
}

export interface FieldOption {
  readonly id: string
  readonly value: string
  readonly label: string
  readonly chosen: boolean
}

/** One box with what stands in it: what was typed, if the page comes back with it; otherwise what is kept. */
export function fieldAt(place: Place, filling: Filling): Field {
  const { address, box, label } = place
  const value = textIn(place, filling)
  const problem = problemAt(filling, address)
  const last = lastTime(place, filling)
  return {
    address,
    kind: box.kind,
    label,
    value,
    options: optionsOf(address, box, value),
    isShort: isShort(box),
    boxes: boxesOf(place, value, filling),
    unit: 'unit' in box ? box.unit : undefined,
    type: inputTypes[box.kind] ?? 'text',
    inputMode: box.kind === 'integer' ? 'numeric' : isNumeric(box) ? 'decimal' : undefined,
    list: box.kind === 'organisation' ? 'organisations' : undefined,
    isFigure: isNumeric(box),
    long: box.kind === 'text' && (box.long === true || box.max > 250),
    problem,
    flag: problem === undefined ? flagAt(address, filling) : 'cannot',
    last,
    describedBy: idsBeside(address, last, problem),
  }
}

function idsBeside(address: Address, last: string | undefined, problem: string | undefined): string | undefined {
  const ids = [
    ...(last === undefined ? [] : [`${address}-last`]),
    ...(problem === undefined ? [] : [`${address}-problem`]),
  ]
  return ids.length === 0 ? undefined : ids.join(' ')
}

const inputTypes: Partial<Record<Box['kind'], Field['type']>> = { email: 'email', telephone: 'tel', date: 'date' }

function textIn({ address, box }: Place, { typed, sheet, names }: Filling): string {
  const sent = typed[address]
  if (typeof sent === 'string') return sent
  if (Array.isArray(sent)) return sent.filter((part) => typeof part === 'string' && part !== '').join('|')
  return boxText(box, sheet.cells[address], names)
}

function optionsOf(address: Address, box: Box, value: string): readonly FieldOption[] {
  if (box.kind !== 'choice' && box.kind !== 'choices') return none
  const chosen = new Set(value.split('|'))
  return box.options.map((option, at) => ({
    id: at === 0 ? address : `${address}-${at + 1}`,
    value: option.value,
    label: option.label,
    chosen: chosen.has(option.value),
  }))
}

const isShort = (box: Box): boolean =>
  'options' in box && box.options.length <= 3 && box.options.every(({ label }) => label.length <= 12)

const none = [] as const

/** How many empty boxes wait for further organisations. */
const WAITING = 2

function boxesOf({ address, box, label }: Place, value: string, { names }: Filling): Field['boxes'] {
  if (box.kind !== 'organisation') return none
  if (box.most === undefined) return [{ id: address, value, label }]
  const given = value === '' ? [] : value.split('|')
  const count = Math.min(box.most, given.length + WAITING)
  return Array.from({ length: count }, (_, at) => ({
    id: at === 0 ? address : `${address}-${at + 1}`,
    value: given[at] === undefined ? '' : organisationNamed(given[at], names),
    label: `${label}, ${at + 1} of at most ${box.most}`,
  }))
}

function lastTime({ address, box }: Place, { sheet }: Filling): string | undefined {
  const cell = sheet.register.lastTime?.[address]
  return cell?.state === 'value' && isNumeric(box) ? format(box, cell.value) : undefined
}
