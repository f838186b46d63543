import type { OrganisationType } from '../survey/expression'

/** What an organisation is, one of them and several. */
export const organisationTypes = {
  nhs_trust: { one: 'NHS trust', many: 'NHS trusts' },
  local_authority: { one: 'Council', many: 'Councils' },
  independent: { one: 'Independent provider', many: 'Independent providers' },
  voluntary: { one: 'Voluntary provider', many: 'Voluntary providers' },
} as const satisfies Record<OrganisationType, { readonly one: string; readonly many: string }>

/** Whether a word names a type of organisation. */
export const isOrganisationType = (given: unknown): given is OrganisationType =>
  typeof given === 'string' && Object.hasOwn(organisationTypes, given)
