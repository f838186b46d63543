import { dayInWords, lastDay, londonDay, londonInstant } from '../collections/calendar'
import { isDay } from '../collections/day'

/** What is wrong with the London day by which a colleague is asked for a section; undefined where nothing is. */
export function dueDayFault(typed: string, now: Date, cutoffAt: Date | null): string | undefined {
  if (typed === '') return undefined
  if (!isDay(typed)) return 'Enter the date as year, month and day, such as 2020-01-31, or leave it blank'
  if (typed < londonDay(now)) return 'The date must be today or later'
  if (cutoffAt !== null && now < cutoffAt && typed > lastDay(cutoffAt)) {
    return `The return closes at the end of ${dayInWords(londonInstant(lastDay(cutoffAt), 12))}: choose that day or an earlier one`
  }
  return undefined
}

/** A London date in words: Friday 31 January 2020. */
export const dueDayInWords = (day: string): string => dayInWords(londonInstant(day, 12))
