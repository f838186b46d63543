import { daysBetween } from '../collections/calendar'

/**
 * How often a person may be told to send something in, over all surveys and all their organisations: reminders and
 * letters to many alike. At most `most` times within `withinDays` days, and `gapDays` days apart.
 */
export const tellingLimits = { gapDays: 2, most: 8, withinDays: 60 } as const

/** One time somebody was told: the reminders of a day, or one letter to many. */
export interface Told {
  /** A London date, YYYY-MM-DD. */
  readonly day: string
  /** What it was part of: letters of one occasion, about several organisations, count once. */
  readonly occasion: string
}

/** A letter that is about to go. */
export interface Telling extends Told {
  /** The London date on which it goes. */
  readonly today: string
}

export type TooMuch = 'too_recently' | 'too_often'

/** The occasion of every reminder of a day. */
export const REMINDERS = 'reminders'

/** Whether somebody has been told too much already to be told again. */
export function toldTooMuch(told: readonly Told[], telling: Telling, despiteGap = false): TooMuch | undefined {
  const day = telling.day > telling.today ? telling.day : telling.today
  const others = told.filter((each) => each.day <= day && !isSame(each, telling))
  if (!despiteGap && others.some((each) => daysBetween(each.day, day) < tellingLimits.gapDays)) return 'too_recently'
  const lately = others.filter((each) => daysBetween(each.day, day) < tellingLimits.withinDays)
  const times = new Set(lately.map((each) => `${each.day} ${each.occasion}`)).size
  return times >= tellingLimits.most ? 'too_often' : undefined
}

const isSame = (one: Told, other: Told): boolean => one.day === other.day && one.occasion === other.occasion

/** The limits in a sentence. */
export const limitsInWords = (): string =>
  `Nobody is written to twice within ${tellingLimits.gapDays} days, nor more than ${tellingLimits.most} times in ${tellingLimits.withinDays} days, over all surveys and organisations.`
