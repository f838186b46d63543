import type { OrganisationType } from '../../domain/survey/expression'
import type { Chance } from '../chance'

/** Where social workers are met most often in trusts, councils and elsewhere. */
const weights: Readonly<Record<OrganisationType, Readonly<Record<string, number>>>> = {
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
export function teamWeights(type: OrganisationType, chance: Chance): Readonly<Record<string, number>> {
  const [commonest, ...others] = Object.keys(weights[type])
  const some = others.filter(() => chance.happens(0.6))
  return Object.fromEntries([commonest ?? '', ...some].map((team) => [team, weights[type][team] ?? 0]))
}
