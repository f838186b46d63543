import { quoted, type Kind } from './kind'

/** An organisation of the register, or several, told by their codes. */
export interface OrganisationBox {
  readonly kind: 'organisation'
  /** How many may be named; absent means one. */
  readonly most?: number
}

const CODE = /^[A-Z0-9]{3,9}$/

/**
 * Reads codes, one or with bars between. Whether the register knows them is a question for the register (rules A02 and
 * B05), not for the box.
 */
export const organisation: Kind<OrganisationBox, string | readonly string[]> = {
  parse({ most }, typed) {
    const codes = [...new Set(typed.split('|').map((code) => codeIn(code.trim())))]
    const wrong = codes.find((code) => !CODE.test(code))
    if (wrong !== undefined) {
      return { ok: false, problem: `must be an organisation from the list. You gave ${quoted(wrong)}` }
    }
    if (codes.length > (most ?? 1)) {
      const allowed = most === undefined ? 'only one organisation' : `at most ${most} organisations`
      return { ok: false, problem: `can name ${allowed}. You gave ${codes.length}` }
    }
    return { ok: true, value: most === undefined ? (codes[0] ?? '') : codes }
  },
  format: (_box, value) => (typeof value === 'string' ? value : value.join('; ')),
  typed: (_box, value) => (typeof value === 'string' ? value : value.join('|')),
}

/** A list of suggestions offers "Harrowmere Council (E06900001)": the code is what stands in brackets at the end. */
const codeIn = (typed: string): string => /\((?<code>[A-Z0-9]{3,9})\)$/.exec(typed)?.groups?.code ?? typed
