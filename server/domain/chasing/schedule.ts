import { cutoffInWords, dayInWords, daysBetween, lastDay, londonDay } from '../collections/calendar'
import { reminderMoments, type ReminderMoment, type ScheduledDay } from './reminders'
import { tellingLimits } from './telling'

/** A schedule is short: nobody can be told more often within these days than they may be. */
const MOST_DAYS = tellingLimits.most

interface Dates {
  readonly opensAt: Date
  readonly cutoffAt: Date
}

export type ScheduleRead =
  { readonly ok: true; readonly days: readonly number[] } | { readonly ok: false; readonly says: string }

/** The most days before the last day on which somebody can be reminded: not before the collection opens. */
const mostBefore = ({ opensAt, cutoffAt }: Dates): number => {
  const days = daysBetween(londonDay(opensAt), lastDay(cutoffAt))
  const [first] = reminderMoments(cutoffAt, [{ daysBefore: days, since: null }])
  return first && first.at > opensAt ? days : days - 1
}

/** Which days may be chosen, in words. */
export const windowInWords = (dates: Dates): string =>
  `Whole numbers from 0 (the last day itself) to ${mostBefore(dates)}, because it opens on ${dayInWords(dates.opensAt)} and closes ${cutoffInWords(dates.cutoffAt)}. At most ${MOST_DAYS} of them, at least ${tellingLimits.gapDays} days apart. A day whose 9:00am is over cannot be added.`

/** Reads days as they are typed: "28, 14, 7". None at all means that nobody is reminded. */
export function readSchedule(typed: string, dates: Dates, before: readonly ScheduledDay[], now: Date): ScheduleRead {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '')
  const odd = parts.find((part) => !/^\d{1,3}$/.test(part))
  if (odd !== undefined) return { ok: false, says: `“${odd.slice(0, 20)}” is no whole number of days.` }
  const days = [...new Set(parts.map(Number))].sort((one, other) => other - one)
  const says = wrongDays(days, dates) ?? pastDay(days, { dates, before, now })
  return says === undefined ? { ok: true, days } : { ok: false, says }
}

function wrongDays(days: readonly number[], dates: Dates): string | undefined {
  const early = days.find((day) => day > mostBefore(dates))
  if (early !== undefined) {
    return `${early} days before the last day, the collection is not open yet. Choose ${mostBefore(dates)} or fewer.`
  }
  if (days.length > MOST_DAYS) return `Choose at most ${MOST_DAYS} days.`
  const close = days.find((day, at) => (days[at - 1] ?? Infinity) - day < tellingLimits.gapDays)
  return close === undefined
    ? undefined
    : `Days must be at least ${tellingLimits.gapDays} apart: ${close + 1} and ${close} are not, and the later reminder would not go.`
}

interface Adding {
  readonly dates: Dates
  readonly before: readonly ScheduledDay[]
  readonly now: Date
}

function pastDay(days: readonly number[], { dates, before, now }: Adding): string | undefined {
  const added = days.filter((day) => !before.some(({ daysBefore }) => daysBefore === day))
  const past = reminderMoments(dates.cutoffAt, added.map(fromTheBeginning)).find(({ at }) => at <= now)
  return (
    past && `${past.daysBefore} days before the last day was ${dayInWords(past.at)}, and 9:00am on that day is over.`
  )
}

const fromTheBeginning = (daysBefore: number): ScheduledDay => ({ daysBefore, since: null })

/** The schedule that follows: what was in it stays as it was, what is new counts from now. */
export const scheduleAfter = (days: readonly number[], before: readonly ScheduledDay[], now: Date): ScheduledDay[] =>
  days.map(
    (daysBefore) => before.find((each) => each.daysBefore === daysBefore) ?? { daysBefore, since: now.toISOString() },
  )

/** 28, 14, 7, 3 and 1 days before the last day */
export function scheduleInWords(schedule: readonly ScheduledDay[]): string {
  const days = schedule.map(({ daysBefore }) => daysBefore).sort((one, other) => other - one)
  if (days.length === 0) return 'on no day'
  const last = days.at(-1) ?? 0
  const listed = days.length === 1 ? String(last) : `${days.slice(0, -1).join(', ')} and ${last}`
  return `${listed} ${listed === '1' ? 'day' : 'days'} before the last day`
}

/** The moments that are still to come, for returns without time of their own. */
export const momentsToCome = (cutoffAt: Date, schedule: readonly ScheduledDay[], now: Date): ReminderMoment[] =>
  reminderMoments(cutoffAt, schedule).filter(({ at }) => at > now)
