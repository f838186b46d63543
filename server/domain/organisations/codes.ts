import type { OrganisationType } from '../survey/expression'

const patterns = {
  nhs_trust: { is: /^[RT][A-Z0-9]{2}$/, says: 'three capital letters or digits, the first R or T, such as T81' },
  local_authority: { is: /^E(06|08|09|10)[0-9]{6}$/, says: 'E06, E08, E09 or E10 and six digits, such as E06900001' },
  independent: { is: /^[A-Z0-9]{3,9}$/, says: 'three to nine capital letters or digits' },
  voluntary: { is: /^[A-Z0-9]{3,9}$/, says: 'three to nine capital letters or digits' },
} as const satisfies Record<OrganisationType, { readonly is: RegExp; readonly says: string }>

/** Whether a code is one of its type: of a trust its ODS code, of a council its GSS code (rule A01). */
export const isCodeOf = (type: OrganisationType, code: string): boolean => patterns[type].is.test(code)

/** What a code of that type looks like, as the end of a sentence. */
export const codeInWords = (type: OrganisationType): string => patterns[type].says
