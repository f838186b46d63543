import { quoted, type Kind } from './kind'

export interface EmailBox {
  readonly kind: 'email'
}

/** One plain address: nothing that a mail server could read as two recipients or as a header. */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.)+[A-Za-z][A-Za-z0-9-]{1,62}$/

/** Whether this is one plain email address that a letter may be sent to. */
export const isEmail = (address: string): boolean => address.length <= 254 && ADDRESS.test(address)

export const email: Kind<EmailBox, string> = {
  parse(_box, typed) {
    if (isEmail(typed)) return { ok: true, value: typed }
    return { ok: false, problem: `must be one email address, like name@trust.example. You gave ${quoted(typed)}` }
  },
  format: (_box, value) => value,
  typed: (_box, value) => value,
}
