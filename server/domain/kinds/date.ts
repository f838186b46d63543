import { quoted, type Kind } from './kind'

export interface DateBox {
  readonly kind: 'date'
}

/** Whether a day written YYYY-MM-DD exists: there is no 30 February. */
export function isDay(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false
  const midnight = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(written)
}

const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

export const date: Kind<DateBox, string> = {
  parse(_box, typed) {
    if (isDay(typed)) return { ok: true, value: typed }
    return { ok: false, problem: `must be a date, like 2020-02-10. You gave ${quoted(typed)}` }
  },
  format: (_box, value) => long.format(new Date(`${value}T00:00:00Z`)),
  typed: (_box, value) => value,
}
