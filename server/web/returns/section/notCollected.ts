import { isReason, reasons, type Reason } from '../../../domain/survey/cells'
import { mayBeUncollected } from '../../../domain/survey/definition'
import type { Place } from '../../../domain/survey/places'
import type { Filling } from './filling'

/** A small choice of why a figure cannot be given; the first of its options is nothing. */
export interface NotCollected {
  readonly id: string
  readonly name: string
  /** For those who do not see where it stands. */
  readonly label: string
  readonly column: string
  readonly options: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[]
}

/** The choice beside one box, where "not collected" may be said of it. */
export function notCollectedAt(place: Place, filling: Filling, column: string): NotCollected | undefined {
  if (!mayBeUncollected(place.question, place.column)) return undefined
  const name = `${place.address}!nc`
  return {
    id: idOf(name),
    name,
    label: `${place.label}: why it is not collected`,
    column,
    options: reasonOptions(chosen(name, place, filling)),
  }
}

/** A choice that fills every blank box of a column, or of a whole table. */
export const notCollectedSet = (pattern: string, column: string): NotCollected => ({
  id: idOf(`${pattern}!nc`),
  name: `${pattern}!nc`,
  label: `${column}: why the blank ones are not collected`,
  column,
  options: reasonOptions(''),
})

/** An id for a name: ids hold neither stars nor exclamation marks. */
export const idOf = (name: string): string => name.replaceAll('*', 'all').replace('!', '-')

/** The reasons for which a figure may not be collected, with the chosen one marked. */
export const reasonOptions = (chosen: string): NotCollected['options'] => (isReason(chosen) ? options[chosen] : nothing)

const optionsWith = (chosen: Reason | undefined): NotCollected['options'] => [
  { value: '', text: 'Choose a reason', selected: false },
  ...Object.entries(reasons).map(([value, text]) => ({ value, text, selected: value === chosen })),
]

const nothing = optionsWith(undefined)
const options = {
  not_recorded: optionsWith('not_recorded'),
  not_extractable: optionsWith('not_extractable'),
  held_by_partner: optionsWith('held_by_partner'),
  too_burdensome: optionsWith('too_burdensome'),
} as const satisfies Record<Reason, NotCollected['options']>

/** Whether a reason has been chosen. */
export const isChosen = (choice: NotCollected | undefined): boolean =>
  choice?.options.some(({ selected }) => selected) ?? false

function chosen(name: string, { address }: Place, { typed, sheet }: Filling): string {
  const sent = typed[name]
  if (typeof sent === 'string') return sent
  const cell = sheet.cells[address]
  return cell?.state === 'not_collected' ? cell.reason : ''
}
