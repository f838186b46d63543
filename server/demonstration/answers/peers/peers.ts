import type { OrganisationType } from '../../../domain/survey/expression'
import { chanceOf, type Chance } from '../../chance'
import type { RegisteredEmployer } from '../../registerOfEmployers'
import { habitsOf, type Habits } from '../../workforce/habits'
import { genders } from '../../workforce/shares'
import type { Working } from '../../workforce/worker'
import { ages, bandsOfRole, contracts, hours, roles, salaries, teams, trainings } from './shares'

/** A paid peer support worker who does not exist. */
export interface Peer extends Working {
  readonly role: string
  readonly contract: string
  readonly training: string
  readonly gender: string
  readonly age: string
  readonly ethnicity: string
  readonly disability: string
  readonly band: string
  readonly salary: string
  /** '' for those in none. */
  readonly team: string
  /** Whether they work in another organisation's services. */
  readonly isAway: boolean
}

export interface Peers {
  readonly employer: RegisteredEmployer
  readonly habits: Habits
  /** Employed by the employer, wherever they work. */
  readonly employed: readonly Peer[]
  /** Employed by others, at work here. */
  readonly external: readonly (Working & { readonly team: string })[]
  readonly volunteers: number
}

/** How many peer support workers an employer has: some have none. In 2019 trusts had some 16 each. */
function howMany(type: OrganisationType, chance: Chance): number {
  if (type === 'nhs_trust') return chance.happens(0.12) ? 0 : chance.whole(4, 28)
  if (type === 'voluntary') return chance.whole(3, 12)
  return chance.happens(0.5) ? chance.whole(1, 5) : 0
}

const known = (unknown: number, chance: Chance, told: string, untold: string): string =>
  chance.happens(unknown) ? untold : told

function drawPeer(type: OrganisationType, habits: Habits, chance: Chance): Peer {
  const role = chance.weighted(roles)
  return {
    hundredths: chance.oneOf(hours),
    role,
    contract: chance.weighted(contracts),
    training: chance.weighted(trainings),
    gender: chance.weighted(genders),
    age: chance.weighted(ages),
    ethnicity: known(habits.ethnicityUnknown, chance, chance.weighted(habits.ethnicShares), 'NK'),
    disability: known(habits.disabilityUnknown, chance, chance.weighted({ yes: 45, no: 55 }), 'not_known'),
    band: chance.weighted(bandsOfRole[role] ?? { b3: 1 }),
    salary: chance.weighted(salaries),
    team: chance.happens(0.06) ? '' : chance.weighted(teams[type]),
    isAway: type === 'voluntary' && chance.happens(0.6),
  }
}

/** Everybody a peer support return is about. */
export function peersOf(employer: RegisteredEmployer): Peers {
  const { type, code } = employer
  const chance = chanceOf('peers', code)
  const habits = habitsOf(employer)
  const employed = Array.from({ length: howMany(type, chance) }, () => drawPeer(type, habits, chance))
  const others = type === 'nhs_trust' && chance.happens(0.3) ? chance.whole(1, 6) : 0
  const external = Array.from({ length: others }, () => ({
    hundredths: chance.oneOf(hours),
    team: chance.weighted(teams[type]),
  }))
  return { employer, habits, employed, external, volunteers: employed.length === 0 ? 0 : chance.whole(0, 20) }
}

/** How many of those they employ work in the employer's own services. */
export const peersHere = (employer: RegisteredEmployer): number =>
  peersOf(employer).employed.filter(({ isAway }) => !isAway).length
