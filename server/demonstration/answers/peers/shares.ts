import type { OrganisationType } from '../../../domain/survey/expression'

/** How often each thing is so of peer support workers, in parts of about 100: typically band 3, part time, in their forties. */

/** Hundredths of full time. */
export const hours = [40, 50, 50, 60, 60, 64, 80, 80, 100, 100, 100]

export const roles = {
  ...{ peer_support_worker: 72, senior_peer: 9, carer_peer: 5, peer_trainer: 4, peer_lead_manager: 4 },
  ...{ trainee: 4, youth_peer: 1, other: 1 },
}
export const contracts = { permanent: 72, fixed_term: 18, bank: 6, sessional: 4 }
export const trainings = {
  accredited_qualification: 24,
  non_accredited_programme: 52,
  induction_only: 18,
  none: 2,
  not_known: 4,
}
export const ages = {
  ...{ a_under25: 4, a25_29: 10, a30_34: 12, a35_39: 13, a40_44: 14, a45_49: 16 },
  ...{ a50_54: 15, a55_59: 10, a60_64: 5, a65_plus: 1 },
}
export const bandsOfRole: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  peer_support_worker: { b2: 4, b3: 84, b4: 12 },
  senior_peer: { b4: 90, b5: 10 },
  peer_trainer: { b4: 60, b5: 40 },
  peer_lead_manager: { b5: 30, b6: 60, b7_plus: 10 },
  trainee: { b2: 60, b3: 40 },
}
export const salaries = { lt18000: 15, p18000_20999: 55, p21000_23999: 20, p24000_29999: 10 }

export const teams: Readonly<Record<OrganisationType, Readonly<Record<string, number>>>> = {
  nhs_trust: {
    ...{ cmht: 30, eip: 13, recovery_college: 13, ip_adult_acute: 10, crhtt: 8, perinatal: 6, crisis_alternative: 5 },
    ...{ personality_disorder: 5, rehab_community: 4, ip_secure: 3, forensic_community: 2, carer_support: 2 },
  },
  local_authority: { cmht: 100 },
  independent: { ip_secure: 40, ip_rehab: 40, ip_adult_acute: 20 },
  voluntary: { recovery_college: 40, crisis_alternative: 25, homeless: 20, carer_support: 15 },
}
