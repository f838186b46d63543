import type { OrganisationType } from '../../domain/survey/expression'
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
function employedHere(employer: RegisteredEmployer, chance: Chance): number {
  const away = deployedBy(employer.code).reduce((total, { hundredths }) => total + hundredths.length, 0)
  switch (employer.type) {
    case 'nhs_trust':
      return provisionOf(employer.code) === 'partnership_only' ? 0 : Math.round(22 + 62 * chance.fraction() ** 1.3)
    case 'local_authority':
      // About 9 WTE for every 100,000 residents, deployed ones among them.
      return Math.max(2, Math.round(((employer.popResident ?? 0) / 100_000) * (5 + chance.fraction() * 6)) - away)
    case 'independent':
      return chance.whole(4, 22)
    case 'voluntary':
      return chance.whole(1, 5)
  }
}

/** Trainees work full time; others full time or part of it. */
const hoursIn = (role: string, chance: Chance): number => (role === 'ta_year1' ? 100 : hoursDrawn(chance))

function postsHere(employer: RegisteredEmployer, chance: Chance): Post[] {
  if (employer.code === 'T80') {
    return Object.entries(thornmere).flatMap(([role, hours]) =>
      hours.map((hundredths) => ({ role, hundredths, deployedTo: null })),
    )
  }
  return Array.from({ length: employedHere(employer, chance) }, () => {
    const role = chance.weighted(rolesAt[employer.type])
    return { role, hundredths: hoursIn(role, chance), deployedTo: null }
  })
}

const postsAway = ({ code }: RegisteredEmployer, chance: Chance): Post[] =>
  deployedBy(code).flatMap(({ trust, hundredths }) =>
    hundredths.map((each) => ({
      role: chance.weighted({ social_worker: 72, senior_advanced: 18, team_manager: 6, asye: 4 }),
      hundredths: each,
      deployedTo: trust,
    })),
  )

/** Every filled post of an employer: in its own services first, then in others'. */
export function postsOf(employer: RegisteredEmployer): Post[] {
  if (nilReasons[employer.code]) return []
  const chance = chanceOf('posts', employer.code)
  return [...postsHere(employer, chance), ...postsAway(employer, chance)]
}
