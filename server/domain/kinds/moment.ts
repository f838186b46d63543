import { isDay } from './date'
import { quoted, type Kind } from './kind'

/** A date and a time, kept as an instant and told in London time. */
export interface MomentBox {
  readonly kind: 'moment'
}

/** The zone must be told: an hour without one would be another instant on another computer. */
const INSTANT = /^(?<day>(?:19|20|21)\d{2}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/

const london = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
})

export const moment: Kind<MomentBox, string> = {
  parse(_box, typed) {
    const instant = new Date(typed)
    const day = INSTANT.exec(typed)?.groups?.day ?? ''
    if (isDay(day) && !Number.isNaN(instant.getTime())) {
      return { ok: true, value: instant.toISOString() }
    }
    return { ok: false, problem: `must be a date and time, like 2020-02-10T17:00:00Z. You gave ${quoted(typed)}` }
  },
  format: (_box, value) => london.format(new Date(value)),
  typed: (_box, value) => value,
}
