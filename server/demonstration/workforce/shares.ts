/** How often each thing is so, in parts of about 100: near to what was published of 2019. */

export const genders = { female: 78, male: 21, other: 0.3, not_stated: 0.7 }

const young = { a_under25: 12, a25_29: 48, a30_34: 26, a35_39: 14 }
export const ages = {
  novice: young,
  qualified: {
    ...{ a_under25: 0.6, a25_29: 9, a30_34: 12, a35_39: 13, a40_44: 15, a45_49: 17 },
    ...{ a50_54: 15, a55_59: 11, a60_64: 6, a65_plus: 1.4 },
  },
  senior: { a30_34: 6, a35_39: 13, a40_44: 18, a45_49: 21, a50_54: 19, a55_59: 15, a60_64: 7, a65_plus: 1 },
}

export const ethnicities = {
  ...{ A: 74, B: 2, C: 6, D: 1.4, E: 0.5, F: 0.5, G: 0.6, H: 2.4, J: 1.2, K: 0.6, L: 0.8 },
  ...{ M: 4.2, N: 4.3, P: 0.6, R: 0.3, S: 0.6 },
}
/** More of them in 2022, as was published: 24% of those known. */
export const ethnicitiesIn2022 = {
  ...ethnicities,
  ...{ A: 66, D: 2, G: 1, H: 3.4, J: 1.8, M: 6, N: 6.4 },
}
export const londonEthnicities = {
  ...{ A: 48, B: 3, C: 9, D: 3, E: 1, F: 1, G: 1.5, H: 4, J: 2, K: 1.5, L: 2 },
  ...{ M: 10, N: 11, P: 1.5, R: 0.5, S: 1 },
}

export const rolesInTrusts = {
  ...{ ta_year1: 2, other_trainee: 0.5, asye: 9, social_worker: 56, senior_advanced: 17, consultant: 2 },
  ...{ team_manager: 9, service_head: 3, other: 1.5 },
}
export const rolesInCouncils = {
  ...{ ta_year1: 1, other_trainee: 1.5, asye: 11, social_worker: 58, senior_advanced: 14, consultant: 1 },
  ...{ team_manager: 10, service_head: 3, other: 0.5 },
}
export const rolesInProviders = { asye: 6, social_worker: 66, senior_advanced: 12, team_manager: 12, other: 4 }

const some = { degree: 48, masters_pgdip: 24, dipsw_cqsw_css: 23, overseas: 3, not_known: 2 }
export const awards = { novice: { degree: 55, masters_pgdip: 45 }, qualified: some }

export const bandsOfRole: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ta_year1: { non_afc: 1 },
  other_trainee: { b4_or_below: 1 },
  asye: { b5: 60, b6: 40 },
  social_worker: { b6: 93, b7: 6, non_afc: 1 },
  senior_advanced: { b6: 18, b7: 76, b8a: 6 },
  consultant: { b7: 40, b8a: 50, b8b: 10 },
  team_manager: { b7: 62, b8a: 34, b8b: 4 },
  service_head: { b8a: 25, b8b: 40, b8c: 25, b8d: 10 },
  other: { b6: 60, b7: 40 },
}

export const salariesOfRole: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ta_year1: { bursary: 1 },
  other_trainee: { lt25000: 1 },
  asye: { p25000_29999: 35, p30000_34999: 65 },
  social_worker: { p30000_34999: 32, p35000_39999: 60, p40000_44999: 8 },
  senior_advanced: { p35000_39999: 35, p40000_44999: 60, p45000_49999: 5 },
  consultant: { p40000_44999: 50, p45000_49999: 50 },
  team_manager: { p40000_44999: 30, p45000_49999: 55, p50000_59999: 15 },
  service_head: { p50000_59999: 70, p60000_plus: 30 },
  other: { p30000_34999: 50, p35000_39999: 50 },
}
