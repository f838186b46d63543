import { adassRegions, nhsRegions } from '../organisations/regions'
import { isOrganisationType, organisationTypes } from '../organisations/types'
import type { SurveyDefinition } from '../survey/definition'
import type { OrganisationType } from '../survey/expression'
import { groupInWords, regionInWords } from './groupInWords'

/** How national results are broken down: by type, or one type by region. */
export type Breakdown = 'type' | OrganisationType

const types = Object.keys(organisationTypes).filter(isOrganisationType)

/** What can be chosen, in words. */
export const breakdowns: Readonly<Record<Breakdown, string>> = {
  type: 'By type of organisation',
  nhs_trust: 'NHS trusts by region',
  local_authority: 'Councils by region',
  independent: 'Independent providers by region',
  voluntary: 'Voluntary providers by region',
}

/** Whether a word names a way of breaking results down. */
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

/** What a group is called in a table of its kind: a region by its name alone. */
export function groupName(group: string, definition: SurveyDefinition): string {
  const [kind, , region = ''] = group.split(':')
  if (kind === 'region') return regionInWords(region)
  const words = groupInWords(group, definition)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
