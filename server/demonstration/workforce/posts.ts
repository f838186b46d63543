import type { OrganisationType } from '../../domain/survey/expression'
import { chanceIn, type Census } from '../census'
import { chanceOf, type Chance } from '../chance'
import { deployedBy, hoursDrawn, provisionOf } from '../deployments'
import { nilReasons } from '../oddEmployers'
import type { RegisteredEmployer } from '../registerOfEmployers'
import type { Post } from './drawWorker'
import { rolesInCouncils, rolesInProviders, rolesInTrusts } from './shares'

const rolesAt: Readonly<Record<OrganisationType, Readonly<Record<string, number>>>> = {
  nhs_trust: rolesInTrusts,
  local_authority: rolesInCouncils,
  independent: rolesInProviders,
  voluntary: rolesInProviders,
}

/** Thornmere's 41 people and 36.20 WTE, as the pages of help show them: role by role, in hundredths. */
const thornmere: Readonly<Record<string, readonly number[]>> = {
  ta_year1: [100],
  asye: [100, 100, 100, 100, 100, 100],
  social_worker: [...Array<number>(13).fill(100), ...[80, 80, 80, 80, 60, 60, 60, 60]],
  senior_advanced: [100, 100, 100, 80, 80, 60, 40],
  consultant: [40],
  team_manager: [100, 100, 100, 60],
  service_head: [100],
}

/** How many people a trust, a council or a provider employs in its own services. */
function employedHere(employer: RegisteredEmployer, census: Census, chance: Chance): number {
  const away = deployedBy(employer.code, census).reduce((total, { hundredths }) => total + hundredths.length, 0)
  const grown = growth(employer, census)
  switch (employer.type) {
    case 'nhs_trust':
      return provisionOf(employer.code, census) === 'partnership_only'
        ? 0
        : Math.round((22 + 62 * chance.fraction() ** 1.3) * grown)
    case 'local_authority':
      // About 9 WTE for every 100,000 residents, deployed ones among them.
      return Math.max(
        2,
        Math.round(((employer.popResident ?? 0) / 100_000) * (5 + chance.fraction() * 6) * grown) - away,
      )
    case 'independent':
      return chance.whole(4, 22)
    case 'voluntary':
      return chance.whole(1, 5)
  }
}

/** How many there are for each of 2019: trusts have more, councils more or fewer. */
function growth({ type, code }: RegisteredEmployer, census: Census): number {
  if (census === '2019') return 1
  const chance = chanceIn(census, 'growth', code)
  return type === 'nhs_trust' ? 1 + chance.fraction() * 0.4 : 0.85 + chance.fraction() * 0.3
}

/** Trainees work full time; others full time or part of it. */
const hoursIn = (role: string, chance: Chance): number => (role === 'ta_year1' ? 100 : hoursDrawn(chance))

/** What Thornmere has in 2022 that it had not in 2019. */
const SINCE_AT_THORNMERE = 7

function postsHere(employer: RegisteredEmployer, census: Census, chance: Chance): Post[] {
  const drawn = (many: number) =>
    Array.from({ length: many }, () => {
      const role = chance.weighted(rolesAt[employer.type])
      return { role, hundredths: hoursIn(role, chance), deployedTo: null }
    })
  if (employer.code !== 'T80') return drawn(employedHere(employer, census, chance))
  const known = Object.entries(thornmere).flatMap(([role, hours]) =>
    hours.map((hundredths) => ({ role, hundredths, deployedTo: null })),
  )
  return census === '2019' ? known : [...known, ...drawn(SINCE_AT_THORNMERE)]
}

const postsAway = ({ code }: RegisteredEmployer, census: Census, chance: Chance): Post[] =>
  deployedBy(code, census).flatMap(({ trust, hundredths }) =>
    hundredths.map((each) => ({
      role: chance.weighted({ social_worker: 72, senior_advanced: 18, team_manager: 6, asye: 4 }),
      hundredths: each,
      deployedTo: trust,
    })),
  )

/** Every filled post of an employer: in its own services first, then in others'. */
export function postsOf(employer: RegisteredEmployer, census: Census): Post[] {
  if (nilReasons[employer.code]) return []
  // The same line in each census: most posts stay what they were.
  const chance = chanceOf('posts', employer.code)
  return [...postsHere(employer, census, chance), ...postsAway(employer, census, chance)]
}
