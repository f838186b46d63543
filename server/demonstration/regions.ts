/** The ADASS regions, by code, and the NHS region each is taken to lie in. London's boroughs are all in London. */
export const nhsRegionOf = {
  E12000001: 'Y63',
  E12000002: 'Y62',
  E12000003: 'Y63',
  E12000004: 'Y60',
  E12000005: 'Y60',
  E12000006: 'Y61',
  E12000007: 'Y56',
  E12000008: 'Y59',
  E12000009: 'Y58',
} as const

export type AdassRegion = keyof typeof nhsRegionOf

export const LONDON: AdassRegion = 'E12000007'

/** All regions but London, in the order in which employers are given to them. */
export const otherRegions: readonly AdassRegion[] = [
  'E12000002',
  'E12000008',
  'E12000005',
  'E12000003',
  'E12000006',
  'E12000009',
  'E12000004',
  'E12000001',
]
