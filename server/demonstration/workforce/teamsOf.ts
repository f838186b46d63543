import type { OrganisationType } from '../../domain/survey/expression'
import type { Census } from '../census'
import { chanceOf, type Chance } from '../chance'
import type { RegisteredEmployer } from '../registerOfEmployers'

type Weights = Readonly<Record<string, number>>

/** Where social workers are met most often in trusts, councils and elsewhere. */
const weights: Readonly<Record<OrganisationType, Weights>> = {
  nhs_trust: {
    ...{ cmht: 34, eip: 9, brief_assessment: 6, perinatal: 3, older_community: 9, crhtt: 7, liaison: 3 },
    ...{ assertive_outreach: 2, rehab_community: 3, personality_disorder: 2, forensic_community: 3, homeless: 1 },
    ...{ cyp_community: 8, ld_community: 2, ip_adult_acute: 5, ip_low_secure: 3, ip_medium_secure: 2, ip_rehab: 1 },
    ...{ memory: 2, eating_disorder: 1, liaison_diversion: 1, ip_older: 1, ip_cyp: 1, other_community: 1 },
  },
  local_authority: {
    cmht: 55,
    older_community: 12,
    amhp_hub: 14,
    hospital_discharge: 10,
    rehab_community: 4,
    cyp_community: 2,
  },
  independent: { ip_low_secure: 30, ip_medium_secure: 25, ip_rehab: 25, ip_adult_acute: 20 },
  voluntary: { day_recovery: 50, cmht: 20, homeless: 30 },
}

/** The services an employer has social workers in: a handful of those usual for its type, the commonest always. */
export function teamWeights({ type, code }: RegisteredEmployer, census: Census, chance: Chance): Weights {
  if (census === '2019') return someOf(weights[type], chance)
  // Services stay, and newer ones come.
  const before = someOf(weights[type], chanceOf('workforce', code))
  return type === 'nhs_trust' ? { ...before, ...someOf(since2019, chance) } : before
}

function someOf(all: Weights, chance: Chance): Weights {
  const [commonest, ...others] = Object.keys(all)
  const some = others.filter(() => chance.happens(0.6))
  return Object.fromEntries([commonest ?? '', ...some].map((team) => [team, all[team] ?? 0]))
}

/** Services of trusts that the survey of 2022 tells apart. */
const since2019: Weights = {
  place_based_cmhf: 4,
  arrs_primary_care: 2,
  mhst_education: 1,
  crisis_line: 1,
  maternal_mh: 1,
}
