import { quoted, type Kind } from './kind'

export interface DateBox {
  readonly kind: 'date'
  /** The first and the last day it may be, both of them included. */
  readonly between?: readonly [first: string, last: string]
}

/** Whether a day written YYYY-MM-DD exists: there is no 30 February. */
export function isDay(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false
  const midnight = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(written)
}

const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

const inWords = (day: string): string => long.format(new Date(`${day}T00:00:00Z`))

export const date: Kind<DateBox, string> = {
  parse({ between }, typed) {
    if (!isDay(typed)) return { ok: false, problem: `must be a date, like 2020-02-10. You gave ${quoted(typed)}` }
    if (!between || (between[0] <= typed && typed <= between[1])) return { ok: true, value: typed }
    return { ok: false, problem: `must be from ${between.map(inWords).join(' to ')}. You gave ${inWords(typed)}` }
  },
  format: (_box, value) => inWords(value),
  typed: (_box, value) => value,
}
