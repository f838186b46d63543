/** The rows of the demographic tables, as every survey asks for them (spec §2.8). */

export const genders = {
  female: 'Female',
  male: 'Male',
  other: 'Other (self-described or non-binary, where recorded)',
  not_stated: 'Not stated',
  not_known: 'Not known',
}

export const ages = {
  a_under25: 'Under 25',
  a25_29: '25 to 29',
  a30_34: '30 to 34',
  a35_39: '35 to 39',
  a40_44: '40 to 44',
  a45_49: '45 to 49',
  a50_54: '50 to 54',
  a55_59: '55 to 59',
  a60_64: '60 to 64',
  a65_plus: '65 and over',
  not_known: 'Not known',
}

/** The 16 categories of 2001, by their NHS codes. */
export const knownEthnicities = {
  A: 'White British',
  B: 'White Irish',
  C: 'Any other White background',
  D: 'White and Black Caribbean',
  E: 'White and Black African',
  F: 'White and Asian',
  G: 'Any other mixed background',
  H: 'Indian',
  J: 'Pakistani',
  K: 'Bangladeshi',
  L: 'Any other Asian background',
  M: 'Caribbean',
  N: 'African',
  P: 'Any other Black background',
  R: 'Chinese',
  S: 'Any other ethnic group',
}
export const knownEthnicities5 = { white: 'White', mixed: 'Mixed', asian: 'Asian', black: 'Black', other: 'Other' }
const unknown = { Z: 'Not stated (asked, but declined to say)', NK: 'Not known (not asked or not recorded)' }

export const ethnicities = {
  ...Object.fromEntries(Object.entries(knownEthnicities).map(([code, label]) => [code, `${code}: ${label}`])),
  ...unknown,
}
export const ethnicities5 = { ...knownEthnicities5, ...unknown }

/** Whether ethnicity can be told in full. */
export const ethnicityDetails = {
  detailed_16: 'Yes, in the 16 categories',
  grouped_5: 'Only in the five groups',
  not_collected: 'No, we cannot give ethnicity',
}

export const disabilities = {
  yes: 'Has declared a disability',
  no: 'Has declared that they have none',
  not_stated: 'Not stated',
  not_known: 'Not known',
}
