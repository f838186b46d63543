import { quoted, type Kind } from './kind'

export interface CheckboxBox {
  readonly kind: 'checkbox'
}

const TICKED = new Set(['yes', 'on', 'true', '1'])

/** A box to tick. Unticked is unanswered: there is no false. */
export const checkbox: Kind<CheckboxBox, boolean> = {
  parse(_box, typed) {
    if (TICKED.has(typed.toLowerCase())) return { ok: true, value: true }
    return { ok: false, problem: `must be ticked or left alone. You gave ${quoted(typed)}` }
  },
  format: () => 'Ticked',
  typed: () => 'yes',
}
