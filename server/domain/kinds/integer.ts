import { quoted, type Kind } from './kind'
import { readable, writtenNumber } from './number'

export interface IntegerBox {
  readonly kind: 'integer'
  readonly min: number
  readonly max: number
  /** Said after the figure: people, assessments, £. */
  readonly unit?: string
}

export const integer: Kind<IntegerBox, number> = {
  parse({ min, max }, typed) {
    const written = writtenNumber(typed)
    if (!written) return { ok: false, problem: `must be a whole number, like 41. You gave ${quoted(typed)}` }
    if (/[1-9]/.test(written.decimals)) {
      return { ok: false, problem: `must be a whole number, without decimals. You gave ${quoted(typed)}` }
    }
    const value = written.negative ? -Number(written.whole) : Number(written.whole)
    if (value < min || value > max) {
      const allowed = `${readable(min)} and ${readable(max)}`
      return { ok: false, problem: `must be between ${allowed}. You gave ${quoted(typed)}` }
    }
    return { ok: true, value: value === 0 ? 0 : value }
  },
  format: (_box, value) => readable(value),
  typed: (_box, value) => String(value),
}
