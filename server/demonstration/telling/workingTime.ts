import { daysLater, londonInstant } from '../../domain/collections/calendar'
import { nth } from '../chance'

/** Minutes of a working day: nine o'clock to half past five. */
export const WORKING_DAY = 510

const MONDAY = '2020-01-06'

/** Nine o'clock on each working day from the opening to the cutoff. */
const mornings = Array.from({ length: 27 }, (_, day) =>
  londonInstant(daysLater(MONDAY, Math.floor(day / 5) * 7 + (day % 5)), 9),
)

/** The moment so many working minutes after nine o'clock on Monday 6 January 2020, Mondays to Fridays, London time. */
export function workingMoment(minutes: number): Date {
  const day = Math.floor(minutes / WORKING_DAY)
  return new Date(nth(mornings, day).getTime() + Math.round((minutes - day * WORKING_DAY) * 60) * 1000)
}

/** Working minutes from the opening to nine o'clock on Monday 27 January, and to the evening of 10 February 2020. */
export const untilShown = 15 * WORKING_DAY
export const untilCutoff = 26 * WORKING_DAY
