import { quoted, type Kind } from './kind'
import { readable, writtenNumber } from './number'
import { counted } from '../reading/counted'

export interface DecimalBox {
  readonly kind: 'decimal'
  readonly min: number
  readonly max: number
  /** How many decimals may be told: WTE is told to two. */
  readonly places: 1 | 2
  readonly unit?: string
}

export const decimal: Kind<DecimalBox, number> = {
  parse({ min, max, places }, typed) {
    const written = writtenNumber(typed)
    if (!written) return { ok: false, problem: `must be a number, like 36.2. You gave ${quoted(typed)}` }
    if (/[1-9]/.test(written.decimals.slice(places))) {
      const most = counted(places, 'decimal')
      return { ok: false, problem: `must have at most ${most}. You gave ${quoted(typed)}` }
    }
    const hundredths = Number(written.whole) * 100 + Number(written.decimals.slice(0, 2).padEnd(2, '0'))
    const value = (written.negative ? -hundredths : hundredths) / 100
    if (value < min || value > max) {
      const allowed = `${readable(min, places)} and ${readable(max, places)}`
      return { ok: false, problem: `must be between ${allowed}. You gave ${quoted(typed)}` }
    }
    return { ok: true, value: value === 0 ? 0 : value }
  },
  format: ({ places }, value) => readable(value, places),
  typed: ({ places }, value) => value.toFixed(places),
}
