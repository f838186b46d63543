import { hasResponded } from '../returns/lifecycle'
import type { OrganisationType } from '../survey/expression'
import type { Counted } from './responses'

/** Types whose organisations are weighed by the people they serve: trusts by registered, councils by resident population. */
export const weighedTypes = { nhs_trust: 'registered', local_authority: 'resident' } as const

export type WeighedType = keyof typeof weighedTypes

/** Whether organisations of a type are weighed by the people they serve. */
export const isWeighed = (type: OrganisationType): type is WeighedType => Object.hasOwn(weighedTypes, type)

/** The whole number of people that an organisation of a type serves on average. */
export type Averages = Readonly<Partial<Record<WeighedType, number>>>

/** How many returns stand alike, and how many people their organisations serve. */
export interface Weighed extends Counted {
  readonly type: OrganisationType
  readonly population: number
  /** Those of them whose population is known. */
  readonly weighed: number
}

const asked = (counted: readonly Weighed[], type: WeighedType): Weighed[] =>
  counted.filter((each) => each.type === type && each.status !== 'no_longer_required')

const people = (counted: readonly Weighed[]): number => counted.reduce((sum, { population }) => sum + population, 0)

/** The average population of each type that is weighed, of those whose population is known. */
export function averagePopulations(counted: readonly Weighed[]): Averages {
  const average = (type: WeighedType): Averages => {
    const known = asked(counted, type)
    const many = known.reduce((sum, { weighed }) => sum + weighed, 0)
    return many === 0 ? {} : { [type]: Math.round(people(known) / many) }
  }
  return { ...average('nhs_trust'), ...average('local_authority') }
}

/**
 * How much of the population of those asked is served by those who have answered, in whole per cent: a large organisation
 * that is missing matters more. Undefined where nobody asked has a population.
 */
export function weighedRate(counted: readonly Weighed[], type: WeighedType): number | undefined {
  const frame = asked(counted, type)
  const all = people(frame)
  if (all === 0) return undefined
  return Math.round((people(frame.filter(({ status, stands }) => hasResponded(status, stands))) / all) * 100)
}
