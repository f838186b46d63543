/** The seven regions of NHS England on 30 September 2019, by code. Every employer lies in one of them. */
export const nhsRegions = {
  Y61: 'East of England',
  Y56: 'London',
  Y60: 'Midlands',
  Y63: 'North East and Yorkshire',
  Y62: 'North West',
  Y59: 'South East',
  Y58: 'South West',
} as const

export type NhsRegion = keyof typeof nhsRegions

/** The nine regions of the Association of Directors of Adult Social Services, by code. */
export const adassRegions = {
  E12000004: 'East Midlands',
  E12000006: 'Eastern',
  E12000007: 'London',
  E12000001: 'North East',
  E12000002: 'North West',
  E12000008: 'South East',
  E12000009: 'South West',
  E12000005: 'West Midlands',
  E12000003: 'Yorkshire and Humber',
} as const

/** Whether a word is the code of an NHS region. */
export const isNhsRegion = (given: unknown): given is NhsRegion =>
  typeof given === 'string' && Object.hasOwn(nhsRegions, given)

/** A region's name; its code where it is none of ours. */
export const regionNamed = (code: string): string => (isNhsRegion(code) ? nhsRegions[code] : code)
