import { daysLater, londonInstant } from '../../domain/collections/calendar'
import { nth } from '../chance'
import { socialWork, type Shown } from '../collection'

/** Minutes of a working day: nine o'clock to half past five. */
export const WORKING_DAY = 510

/** Nine o'clock on each working day from the opening to the cutoff. */
const morningsFrom = (monday: string): readonly Date[] =>
  Array.from({ length: 27 }, (_, day) => londonInstant(daysLater(monday, Math.floor(day / 5) * 7 + (day % 5)), 9))

const mornings = new Map<string, readonly Date[]>()

/** The moment so many working minutes after nine o'clock on the Monday of the opening, Mondays to Fridays, London time. */
export function workingMoment(minutes: number, { opensOn }: Pick<Shown, 'opensOn'> = socialWork): Date {
  const all = mornings.get(opensOn) ?? morningsFrom(opensOn)
  mornings.set(opensOn, all)
  const day = Math.floor(minutes / WORKING_DAY)
  return new Date(nth(all, day).getTime() + Math.round((minutes - day * WORKING_DAY) * 60) * 1000)
}

/** Working minutes from the opening to nine o'clock on Monday 27 January 2020, and to the evening of the last day. */
export const untilShown = 15 * WORKING_DAY
export const untilCutoff = 26 * WORKING_DAY
