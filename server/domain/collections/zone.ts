import { dayInWords, timeInWords } from './calendar'

const zone = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'short' })

/** A moment as it is told for years, with its zone: 9:05am GMT on Monday 3 February 2020. */
export function momentWithZone(at: Date): string {
  const name = zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return `${timeInWords(at)} ${name} on ${dayInWords(at)}`
}
