import { daysLater, londonDay } from '../collections/calendar'

/** That employers of a collection may correct what they are asked about, as an administrator has allowed it. */
export interface Permit {
  /** For so many London days after the day on which they begin. */
  readonly days: number
  /** The last London day on which any of them may. */
  readonly lastDay: string
  /** The administrator: it is they who open. */
  readonly grantedBy: string
}

/** The whole London day until which a correction that begins now is open; undefined where none may begin. */
export function correctableUntil(permit: Permit | undefined, now: Date): string | undefined {
  if (!permit) return undefined
  const today = londonDay(now)
  if (today > permit.lastDay) return undefined
  const day = daysLater(today, permit.days)
  return day < permit.lastDay ? day : permit.lastDay
}
