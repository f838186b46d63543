import { daysLater, lastDay, londonInstant } from '../collections/calendar'
import { returnCutoff, type Openness } from '../collections/opening'
import { isOutstanding, type ReturnStatus } from '../returns/lifecycle'

/** A day of a collection's schedule: so many days before the last day of each of its returns. */
export interface ScheduledDay {
  readonly daysBefore: number
  /** When it was put into the schedule: no moment before is made up for. Null: it was there from the beginning. */
  readonly since: string | null
}

/** How many days before a return's last day its employer is reminded, unless the network says otherwise (decisions: "Reminders"). */
export const usualSchedule: readonly ScheduledDay[] = [28, 14, 7, 3, 1].map((daysBefore) => ({
  daysBefore,
  since: null,
}))

/** The hour in London at which reminders are due. */
export const REMINDER_HOUR = 9

/** A moment at which a reminder is due, whatever the state of the return. */
export interface ReminderMoment {
  readonly daysBefore: number
  /** The London date, YYYY-MM-DD. */
  readonly day: string
  readonly at: Date
  /** When it was put into the schedule. */
  readonly since: Date | null
}

/** What decides whether the employer of a return is reminded. */
export interface ChasedReturn {
  readonly id: string
  readonly status: ReturnStatus
  readonly openness: Openness
  readonly schedule: readonly ScheduledDay[]
  /** The codes of the sections its employer fills in. */
  readonly sections: readonly string[]
  readonly firstOpenedAt: Date | null
  /** When a submission was last taken back: nothing was outstanding before. */
  readonly takenBackAt: Date | null
}

/** How a reminder is worded: by what its return waits for. */
export type ReminderWording = 'not_opened' | 'nothing_saved' | 'started' | 'awaiting_signature' | 'reopened'

export interface DueReminder {
  readonly returnId: string
  /** One for each return, kind and due date: a moved cutoff reminds again, a second look does not. */
  readonly key: string
  readonly wording: ReminderWording
  /** The last moment, half-open. */
  readonly cutoffAt: Date
  readonly dueAt: Date
  /** Its London date, YYYY-MM-DD. */
  readonly day: string
}

/** When the employer of a return that closes then is reminded, the first first. */
export const reminderMoments = (cutoffAt: Date, schedule = usualSchedule): ReminderMoment[] =>
  [...schedule]
    .sort((one, other) => other.daysBefore - one.daysBefore)
    .map(({ daysBefore, since }) => {
      const day = daysLater(lastDay(cutoffAt), -daysBefore)
      return { daysBefore, day, at: londonInstant(day, REMINDER_HOUR), since: since === null ? null : new Date(since) }
    })

/** The same for the same reminder of the same return, so that it is written once. */
export const reminderKey = (
  returnId: string,
  { daysBefore, day }: Pick<ReminderMoment, 'daysBefore' | 'day'>,
): string => `reminder:${returnId}:${daysBefore}:${day}`

/** The key within the cause of a reminder, which ends with its reader. */
export const keyOfCause = (cause: string): string => cause.slice(0, cause.lastIndexOf(':'))

/** The reminder that should have gone by now for each return: only the latest, so that an outage ends in no heap. */
export const remindersDue = (returns: readonly ChasedReturn[], now: Date): DueReminder[] =>
  returns.flatMap((chased) => {
    const cutoffAt = returnCutoff(chased.openness, chased.sections)
    if (!isOutstanding(chased.status) || cutoffAt === null || now >= cutoffAt) return []
    const since = outstandingSince(chased)
    const due = reminderMoments(cutoffAt, chased.schedule).findLast(
      ({ at, since: scheduled }) => at > since && at <= now && (scheduled === null || at > scheduled),
    )
    if (!due) return []
    const { at: dueAt, day } = due
    return [{ returnId: chased.id, key: reminderKey(chased.id, due), wording: wordingOf(chased), cutoffAt, dueAt, day }]
  })

/** The reminder a return gets next if nothing about it changes; undefined where it gets none any more. */
export function nextReminder(chased: ChasedReturn, now: Date): DueReminder | undefined {
  const cutoffAt = returnCutoff(chased.openness, chased.sections)
  if (cutoffAt === null) return undefined
  const coming = reminderMoments(cutoffAt, chased.schedule).filter(({ at }) => at > now)
  return coming.flatMap(({ at }) => remindersDue([chased], at).filter(({ dueAt }) => dueAt >= at))[0]
}

/** Nobody is reminded for a moment before the collection opened, more time was given or a submission was taken back. */
const outstandingSince = ({ openness, takenBackAt }: ChasedReturn): Date =>
  [openness.opensAt, takenBackAt ?? openness.opensAt, ...openness.openings.map(({ decidedAt }) => decidedAt)].reduce(
    (latest, each) => (each > latest ? each : latest),
  )

function wordingOf({ status, openness, firstOpenedAt }: ChasedReturn): ReminderWording {
  if (status === 'awaiting_signature') return 'awaiting_signature'
  if (openness.openings.some(({ kind }) => kind === 'reopening')) return 'reopened'
  if (status === 'not_started') return firstOpenedAt === null ? 'not_opened' : 'nothing_saved'
  return 'started'
}
