import { adassRegions, nhsRegions } from '../organisations/regions'
import { organisationTypes } from '../organisations/types'
import type { OrganisationType } from '../survey/expression'
import { manyInWords } from './groupInWords'

/** How national results are broken down: by type, or one type by region. */
export type Breakdown = 'type' | OrganisationType

const types = Object.keys(organisationTypes) as OrganisationType[]

/** What can be chosen, in words. */
export const breakdowns: Readonly<Record<Breakdown, string>> = {
  type: 'By type of organisation',
  nhs_trust: 'NHS trusts by region',
  local_authority: 'Councils by region',
  independent: 'Independent providers by region',
  voluntary: 'Voluntary providers by region',
}

export const isBreakdown = (given: unknown): given is Breakdown =>
  typeof given === 'string' && Object.hasOwn(breakdowns, given)

/** The groups of a breakdown that an indicator is told of, coarse to fine; a type stands above its regions. */
export function groupsIn(breakdown: Breakdown, organisations: readonly OrganisationType[]): readonly string[] {
  if (breakdown === 'type')
    return ['all', ...types.filter((type) => organisations.includes(type)).map((type) => `type:${type}`)]
  if (!organisations.includes(breakdown)) return []
  const regions = breakdown === 'local_authority' ? adassRegions : nhsRegions
  return [`type:${breakdown}`, ...Object.keys(regions).map((region) => `region:${breakdown}:${region}`)]
}

/** "Councils in London" under councils is "London". */
export const shortGroup = (group: string, words: string): string => {
  const [kind = '', type = ''] = group.split(':')
  const those = types.find((each) => each === type)
  return kind === 'region' && those ? words.replace(`${manyInWords(those)} in `, '') : words
}
