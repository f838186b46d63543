import type { Census } from '../census'
import { chanceOf } from '../chance'
import { LONDON } from '../regions'
import type { RegisteredEmployer } from '../registerOfEmployers'
import { ethnicities, ethnicitiesIn2022, londonEthnicities } from './shares'

/** What an employer's records are like: some hold more than others, and some are odd in ways they can explain. */
export interface Habits {
  readonly ethnicity: 'detailed_16' | 'grouped_5' | 'not_collected'
  readonly ethnicShares: Readonly<Record<string, number>>
  /** How often ethnicity, and disability, was never asked or not told. */
  readonly ethnicityUnknown: number
  readonly disabilityUnknown: number
  /** Whether people's characteristics can be told in WTE. */
  readonly demographicsInWte: boolean
  readonly postsByTeam: boolean
  readonly countsContacts: boolean
  readonly countsCapacity: boolean
  readonly countsOutcomes: boolean
  readonly fillsOptional: boolean
  /** More people than posts are funded for. */
  readonly overEstablished: boolean
  readonly manyVacancies: boolean
  readonly estimates: boolean
  readonly genericPosts: number
}

const isNhs = ({ type }: RegisteredEmployer): boolean => type === 'nhs_trust'

const sharesOf = ({ adassRegion }: RegisteredEmployer, census: Census) => {
  if (adassRegion === LONDON) return londonEthnicities
  return census === '2019' ? ethnicities : ethnicitiesIn2022
}

/** The habits of one employer, which do not change. */
export function habitsOf(employer: RegisteredEmployer, census: Census = '2019'): Habits {
  const chance = chanceOf('habits', employer.code)
  return {
    ethnicity: chance.weighted({ detailed_16: 70, grouped_5: 27, not_collected: 3 }),
    ethnicShares: sharesOf(employer, census),
    ethnicityUnknown: chance.happens(0.08) ? 0.4 : chance.fraction() * 0.16,
    disabilityUnknown: chance.happens(0.15) ? 0.6 : 0.08 + chance.fraction() * 0.24,
    demographicsInWte: chance.happens(isNhs(employer) ? 0.9 : 0.6),
    postsByTeam: chance.happens(0.95),
    countsContacts: chance.happens(isNhs(employer) ? 0.85 : 0.45),
    countsCapacity: chance.happens(0.45),
    countsOutcomes: chance.happens(0.6),
    fillsOptional: chance.happens(0.55),
    // Wrenbrook, whose return waits to be signed, has something to explain.
    overEstablished: chance.happens(0.06) || employer.code === 'T81',
    manyVacancies: chance.happens(0.04),
    estimates: chance.happens(0.06),
    genericPosts: isNhs(employer) ? 0.1 + chance.fraction() * 0.35 : chance.fraction() * 0.12,
  }
}
