import { remembered } from '../../../domain/remembered'
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
export function notCollectedAt(place: Place, filling: Filling): NotCollected | undefined {
  return mayBeUncollected(place.question, place.column) ? choicesAt(place)[chosen(place, filling)] : undefined
}

/** The choice beside a box, by what is chosen: the same for every return, and so drawn once. */
const choicesAt = remembered((place: Place): Readonly<Record<Reason | '', NotCollected>> => {
  const name = `${place.address}!nc`
  const choice = (options: NotCollected['options']): NotCollected => ({
    id: idOf(name),
    name,
    label: `${place.label}: why it is not collected`,
    column: columnLabel(place),
    options,
  })
  return {
    '': choice(nothing),
    not_recorded: choice(options.not_recorded),
    not_extractable: choice(options.not_extractable),
    held_by_partner: choice(options.held_by_partner),
    too_burdensome: choice(options.too_burdensome),
  }
})

/** The words over the column a place is in; '' where it has none. */
export function columnLabel({ question, column }: Place): string {
  const columns = 'columns' in question ? question.columns : []
  return columns.find(({ code }) => code === column)?.label ?? ''
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

function chosen({ address }: Place, { typed, sheet }: Filling): Reason | '' {
  const sent = typed[`${address}!nc`]
  if (typeof sent === 'string') return isReason(sent) ? sent : ''
  const cell = sheet.cells[address]
  return cell?.state === 'not_collected' ? cell.reason : ''
}
