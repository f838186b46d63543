import type { Chance } from '../chance'
import type { Habits } from './habits'
import { ages, awards, bandsOfRole, genders, salariesOfRole } from './shares'
import type { Worker } from './worker'

/** A post: what kind, how many hundredths of full time, and where, if not in the employer's own services. */
export interface Post {
  readonly role: string
  readonly hundredths: number
  readonly deployedTo: string | null
}

const trainees: readonly string[] = ['ta_year1', 'other_trainee']
const novices: readonly string[] = [...trainees, 'asye']
const seniors: readonly string[] = ['team_manager', 'service_head', 'consultant']

/** Whether somebody in this role is a qualified, registered social worker. */
export const isQualified = ({ role }: Pick<Worker, 'role'>): boolean => !trainees.includes(role)

function ageIn(role: string, chance: Chance): string {
  if (novices.includes(role)) return chance.weighted(ages.novice)
  return chance.weighted(seniors.includes(role) ? ages.senior : ages.qualified)
}

function contractIn(role: string, chance: Chance): string {
  if (role === 'ta_year1') return 'trainee_bursary'
  return chance.weighted({ permanent: 94, fixed_term: 6 })
}

const awardIn = (role: string, chance: Chance): string =>
  trainees.includes(role) ? 'not_yet_qualified' : chance.weighted(role === 'asye' ? awards.novice : awards.qualified)

const unless = (unknown: number, chance: Chance, known: string): string =>
  chance.happens(unknown) ? chance.weighted({ not_known: 2, not_stated: 1 }) : known

const ethnicityUnless = (unknown: number, chance: Chance, known: string): string =>
  chance.happens(unknown) ? chance.weighted({ NK: 2, Z: 1 }) : known

interface Drawing {
  readonly habits: Habits
  readonly teams: Readonly<Record<string, number>>
}

/** Fills a post with somebody who does not exist. */
export function drawWorker({ role, hundredths, deployedTo }: Post, { habits, teams }: Drawing, chance: Chance): Worker {
  return {
    role,
    hundredths,
    deployedTo,
    gender: chance.weighted(genders),
    age: ageIn(role, chance),
    ethnicity: ethnicityUnless(habits.ethnicityUnknown, chance, chance.weighted(habits.ethnicShares)),
    disability: unless(habits.disabilityUnknown, chance, chance.weighted({ yes: 9, no: 91 })),
    contract: contractIn(role, chance),
    award: awardIn(role, chance),
    band: chance.weighted(bandsOfRole[role] ?? { not_known: 1 }),
    salary: chance.weighted(salariesOfRole[role] ?? { not_known: 1 }),
    generic: !trainees.includes(role) && chance.happens(habits.genericPosts),
    team: chance.happens(0.04) ? '' : chance.weighted(teams),
  }
}
