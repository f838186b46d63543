import type { OrganisationType } from './expression'
import { joined } from './placeInWords'

const one: Readonly<Record<OrganisationType, string>> = {
  nhs_trust: 'an NHS trust',
  local_authority: 'a council',
  independent: 'an independent provider',
  voluntary: 'a voluntary organisation',
}

/** Types of organisation as the end of a sentence: "an NHS trust or a council". */
export const organisationsInWords = (types: readonly OrganisationType[]): string =>
  joined(
    types.map((type) => one[type]),
    'or',
  )
