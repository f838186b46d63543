import { quoted, type Kind } from './kind'

export interface EmailBox {
  readonly kind: 'email'
}

/** Words with single dots between them: nothing that a mail server could read as two recipients or as a header. */
const BEFORE_AT = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/

/** Whether this is one plain email address that a letter may be sent to. */
export function isEmail(address: string): boolean {
  const at = address.lastIndexOf('@')
  if (at < 1 || at > 64 || address.length > 254) return false
  return BEFORE_AT.test(address.slice(0, at)) && DOMAIN.test(address.slice(at + 1))
}

export const email: Kind<EmailBox, string> = {
  parse(_box, typed) {
    if (isEmail(typed)) return { ok: true, value: typed }
    return { ok: false, problem: `must be one email address, like name@trust.example. You gave ${quoted(typed)}` }
  },
  format: (_box, value) => value,
  typed: (_box, value) => value,
}
