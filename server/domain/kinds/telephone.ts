import { quoted, type Kind } from './kind'

export interface TelephoneBox {
  readonly kind: 'telephone'
}

/** At least 7 digits, as people set them out, and perhaps an extension. */
const NUMBER = /^(?=(?:\D*\d){7})\+?[\d ()-]{7,20}(?: ?(?:x|ext\.?) ?\d{1,6})?$/i

export const telephone: Kind<TelephoneBox, string> = {
  parse(_box, typed) {
    if (NUMBER.test(typed) && typed.length <= 20) return { ok: true, value: typed }
    return { ok: false, problem: `must be a telephone number, like 01632 960 001. You gave ${quoted(typed)}` }
  },
  format: (_box, value) => value,
  typed: (_box, value) => value,
}
