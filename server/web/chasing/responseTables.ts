import type { CountedReturns } from '../../db/worklistCounts'
import { responseRate, type Counted } from '../../domain/chasing/responses'
import { weighedRate, weighedTypes, isWeighed, type WeighedType } from '../../domain/chasing/weighing'
import { nhsRegions } from '../../domain/organisations/regions'
import { isOrganisationType, organisationTypes } from '../../domain/organisations/types'
import type { ReturnStatus } from '../../domain/returns/lifecycle'

export interface RateLine {
  readonly name: string
  readonly href: string
  readonly responses: string
  readonly asked: string
  readonly percent: string
  /** By how many people they serve, by the columns of the table. */
  readonly weighed: readonly { readonly label: string; readonly percent: string }[]
  /** How long its bar is, in hundredths of the whole. */
  readonly bar: number
}

export interface RateTable {
  readonly caption: string
  readonly heading: string
  readonly weighed: readonly string[]
  readonly lines: readonly RateLine[]
  readonly total: RateLine
}

type Narrowed = (narrowing: Readonly<Record<string, string>>) => string

/** A column of rates by population: what it is called, and which type's it is for a line. */
interface Weighing {
  readonly label: string
  readonly type: WeighedType | undefined
}

const byRegion: readonly Weighing[] = [
  { label: 'Trusts, by population', type: 'nhs_trust' },
  { label: 'Councils, by population', type: 'local_authority' },
]

/** A population is registered or resident, and the two are never added. */
const ofType = (type: string): readonly Weighing[] => [
  { label: 'By population', type: isOrganisationType(type) && isWeighed(type) ? type : undefined },
]

/** Response rates by type and by region, each line with the address of its own list. */
export function responseTables(counted: readonly CountedReturns[], narrowed: Narrowed): RateTable[] {
  const href = narrowed({ type: '', region: '' })
  const those = (wanted: (each: CountedReturns) => boolean) => counted.filter(wanted)
  return [
    {
      caption: 'Responses by type',
      heading: 'Type',
      weighed: ofType('').map(({ label }) => label),
      lines: Object.entries(organisationTypes).flatMap(([type, { many }]) =>
        lineOf(
          { name: many, href: narrowed({ type }), weighing: ofType(type) },
          those((each) => each.type === type),
        ),
      ),
      total: line({ name: 'All', href, weighing: ofType('') }, counted),
    },
    {
      caption: 'Responses by NHS region',
      heading: 'Region',
      weighed: byRegion.map(({ label }) => label),
      lines: Object.entries(nhsRegions).flatMap(([region, name]) =>
        lineOf(
          { name, href: narrowed({ region }), weighing: byRegion },
          those((each) => each.nhsRegion === region),
        ),
      ),
      total: line({ name: 'All', href, weighing: byRegion }, counted),
    },
  ]
}

interface Titled {
  readonly name: string
  readonly href: string
  readonly weighing: readonly Weighing[]
}

/** Nothing where nobody of the kind has been asked. */
const lineOf = (titled: Titled, counted: readonly CountedReturns[]): RateLine[] =>
  counted.length === 0 ? [] : [line(titled, counted)]

function line({ name, href, weighing }: Titled, counted: readonly CountedReturns[]): RateLine {
  const { responses, frame, percent } = responseRate(counted)
  return {
    name,
    href,
    responses: responses.toLocaleString('en-GB'),
    asked: frame.toLocaleString('en-GB'),
    percent: percentWords(percent),
    weighed: weighing.map(({ label, type }) => ({
      label,
      percent: percentWords(type === undefined ? undefined : weighedRate(counted, type)),
    })),
    bar: percent ?? 0,
  }
}

const percentWords = (percent: number | undefined): string => (percent === undefined ? '-' : `${percent}%`)

/** How those are counted that have not simply answered or not, in sentences. */
export function countingWords(counted: readonly Counted[]): string[] {
  const many = (status: ReturnStatus) =>
    counted.filter((each) => each.status === status).reduce((sum, { count }) => sum + count, 0)
  const [nil, covered, declined] = [many('nil'), many('covered'), many('declined')]
  const [gone, answered] = [many('no_longer_required'), [...told(nil, 'nil'), ...told(covered, 'covered by another')]]
  return [
    ...(answered.length === 0 ? [] : [`Among the responses: ${answered.join(', ')}.`]),
    ...(declined === 0 ? [] : [`${declined} declined, and stay among those asked.`]),
    ...(gone === 0 ? [] : [`${gone} no longer required, and not counted.`]),
    `By population: trusts by the people ${weighedTypes.nhs_trust}, councils by those ${weighedTypes.local_authority}.`,
  ]
}

const told = (many: number, what: string): string[] => (many === 0 ? [] : [`${many} ${what}`])
