import { londonDay, londonInstant } from './calendar'

/** Whether a text is a day there is, YYYY-MM-DD, in this century. */
export function isDay(text: string): boolean {
  if (!/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return false
  return londonDay(londonInstant(text, 12)) === text
}
