/**
 * A number as people write one: optional minus, thousands separated by commas or spaces or not at all, and decimals.
 * A gap anywhere else could be two numbers, and 0,500 could be a half: neither is guessed at.
 */
const WRITTEN =
  /^(?<minus>[-−]?) ?(?<whole>[1-9]\d{0,2}(?<gap>[, \u00A0\u2009\u202F])\d{3}(?:\k<gap>\d{3})*|\d*)(?:\.(?<decimals>\d*))?$/

export interface Written {
  readonly negative: boolean
  readonly whole: string
  readonly decimals: string
}

/** The parts of a written number, or undefined where it is not one. No floating point: 36.20 is '36' and '20'. */
export function writtenNumber(typed: string): Written | undefined {
  const found = WRITTEN.exec(typed.trim())?.groups
  if (!found) return undefined
  const whole = (found.whole ?? '').replaceAll(/\D/g, '')
  const decimals = found.decimals ?? ''
  if (whole === '' && decimals === '') return undefined
  return { negative: found.minus !== '', whole: whole === '' ? '0' : whole, decimals }
}

const formatters = new Map<number, Intl.NumberFormat>()

/** A number for a reader, with its thousands separated: 1,250 or 36.20. */
export function readable(value: number, places = 0): string {
  const known = formatters.get(places)
  const formatter =
    known ?? new Intl.NumberFormat('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places })
  if (!known) formatters.set(places, formatter)
  return formatter.format(value)
}
