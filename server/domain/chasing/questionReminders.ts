import { daysLater, londonDay, londonInstant } from '../collections/calendar'
import { REMINDER_HOUR } from './reminders'

/** So many days after it was asked about a figure an employer is reminded, while nobody has answered. */
const DAYS_AFTER = [7, 14] as const

/** A question about a figure that waits for the employer's answer. */
export interface WaitingQuestion {
  readonly returnId: string
  readonly askedAt: Date
}

export interface DueQuestionReminder {
  readonly returnId: string
  /** One for each return, day of the oldest question and reminder; its reader is added. */
  readonly key: string
  /** Its London date, YYYY-MM-DD. */
  readonly day: string
}

/** The moments at which an employer is reminded of what it was asked then, the first first. */
export const questionMoments = (askedAt: Date): { readonly day: string; readonly at: Date; readonly after: number }[] =>
  DAYS_AFTER.map((after) => {
    const day = daysLater(londonDay(askedAt), after)
    return { day, at: londonInstant(day, REMINDER_HOUR), after }
  })

/** The same for the same reminder of the same questions, so that it is written once. */
export const questionReminderKey = (returnId: string, askedAt: Date, after: number): string =>
  `query_reminder:${returnId}:${londonDay(askedAt)}:${after}`

/**
 * The reminder of unanswered questions that should have gone by now for each return: one letter about all of them, counted
 * from the oldest; only the latest, so that an outage ends in no heap.
 */
export function questionRemindersDue(waiting: readonly WaitingQuestion[], now: Date): DueQuestionReminder[] {
  const oldest = new Map<string, Date>()
  for (const { returnId, askedAt } of waiting) {
    const before = oldest.get(returnId)
    if (!before || askedAt < before) oldest.set(returnId, askedAt)
  }
  return [...oldest].flatMap(([returnId, askedAt]) => {
    const due = questionMoments(askedAt).findLast(({ at }) => at <= now)
    return due ? [{ returnId, key: questionReminderKey(returnId, askedAt, due.after), day: due.day }] : []
  })
}

/** When an employer that does not answer is reminded, in words. */
export const questionRemindersInWords = (): string =>
  `Who does not answer is reminded by letter ${DAYS_AFTER.join(' and ')} days after they were asked.`
