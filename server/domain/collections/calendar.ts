/** Days and hours as London keeps them. Nothing here knows what time it is. */

const ZONE = 'Europe/London'

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

function partsAt(instant: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]))
}

/** The London date of an instant, YYYY-MM-DD. */
export function londonDay(instant: Date): string {
  const { year, month, day } = partsAt(instant)
  return `${year ?? ''}-${month ?? ''}-${day ?? ''}`
}

/** How far London is ahead of UTC at an instant, in milliseconds: 0 or an hour. */
function offsetAt(instant: Date): number {
  const { year, month, day, hour, minute, second } = partsAt(instant)
  const shown = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
  return shown - Math.floor(instant.getTime() / 1000) * 1000
}

/** The instant of a London date and hour; where a spring change skips it, the hour after. */
export function londonInstant(day: string, hour = 0): Date {
  const asUtc = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
  const guess = new Date(asUtc.getTime() - offsetAt(asUtc))
  return new Date(asUtc.getTime() - offsetAt(guess))
}

/** A London date so many days later (or earlier). */
export function daysLater(day: string, days: number): string {
  const noon = new Date(`${day}T12:00:00Z`)
  noon.setUTCDate(noon.getUTCDate() + days)
  return noon.toISOString().slice(0, 10)
}

/** How many London dates lie between two of them. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000)

/** The first moment after a London day: an "until" takes in the whole of its day. */
export const endOfDay = (day: string): Date => londonInstant(daysLater(day, 1))

/** The last London day that a half-open cutoff takes in. */
export const lastDay = (cutoffAt: Date): string => londonDay(new Date(cutoffAt.getTime() - 1))

const longDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const shortDay = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: 'numeric', month: 'short', year: 'numeric' })
const clockTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
})
const hourMinute = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** Monday 10 February 2020 */
export const dayInWords = (instant: Date): string => longDay.format(instant).replace(',', '')
/** 10 Feb 2020 */
export const shortDayInWords = (instant: Date): string => shortDay.format(instant)
/** 9:05am */
export const timeInWords = (instant: Date): string => clockTime.format(instant).replace(/\s/g, '').toLowerCase()
/** 14:02 */
export const hourAndMinute = (instant: Date): string => hourMinute.format(instant)
/** 9:05am on Monday 27 January 2020 */
export const momentInWords = (instant: Date): string => `${timeInWords(instant)} on ${dayInWords(instant)}`

/** A half-open cutoff as people say it: 11:59pm on Monday 10 February 2020. */
export const cutoffInWords = (cutoffAt: Date): string => momentInWords(new Date(cutoffAt.getTime() - 60_000))

/** How long until a cutoff, in London dates: today, tomorrow, in 14 days; undefined once it has passed. */
export function timeLeft(cutoffAt: Date, now: Date): string | undefined {
  if (now >= cutoffAt) return undefined
  const days = daysBetween(londonDay(now), lastDay(cutoffAt))
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${days} days`
}
