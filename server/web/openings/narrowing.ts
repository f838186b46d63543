import { extendableStatuses, type ExtendableNarrowing } from '../../db/openingsList'
import { nhsRegions, isNhsRegion } from '../../domain/organisations/regions'
import { isOrganisationType, organisationTypes } from '../../domain/organisations/types'
import { statuses, type ReturnStatus } from '../../domain/returns/lifecycle'

type Sent = Readonly<Record<string, unknown>>

const LONGEST_SEARCH = 100

const textAt = (sent: Sent, name: string): string => {
  const found = sent[name]
  return typeof found === 'string' ? found.trim() : ''
}

const isExtendable = (status: string): status is ReturnStatus => extendableStatuses.some((each) => each === status)

/** Reads which organisations to offer: `?type=&region=&status=&q=`. What there is not is left out. */
export function narrowingIn(sent: Sent): ExtendableNarrowing {
  const [type, region, status] = [textAt(sent, 'type'), textAt(sent, 'region'), textAt(sent, 'status')]
  return {
    type: isOrganisationType(type) ? type : undefined,
    region: isNhsRegion(region) ? region : undefined,
    status: isExtendable(status) ? status : undefined,
    q: textAt(sent, 'q').slice(0, LONGEST_SEARCH),
  }
}

interface Select {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly items: readonly { readonly value: string; readonly text: string }[]
}

/** The lists by which the organisations offered are narrowed. */
export const selectsOf = ({ type, region, status }: ExtendableNarrowing): Select[] => [
  {
    name: 'type',
    label: 'Type',
    value: type ?? '',
    items: [
      { value: '', text: 'All types' },
      ...Object.entries(organisationTypes).map(([value, { many }]) => ({ value, text: many })),
    ],
  },
  {
    name: 'region',
    label: 'NHS region',
    value: region ?? '',
    items: [
      { value: '', text: 'All regions' },
      ...Object.entries(nhsRegions).map(([value, text]) => ({ value, text })),
    ],
  },
  {
    name: 'status',
    label: 'State',
    value: status ?? '',
    items: [
      { value: '', text: 'All that are not submitted' },
      ...extendableStatuses.map((value) => ({ value, text: statuses[value] })),
    ],
  },
]

/** The same, to be sent along with another form. */
export const narrowingFields = ({ type, region, status, q }: ExtendableNarrowing) =>
  Object.entries({ type, region, status, q }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [{ name, value }],
  )
