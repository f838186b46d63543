import type { FoundCollection } from '../../db/collections'
import { reminderMoments, type ScheduledDay } from '../../domain/chasing/reminders'
import type { NoReminder, ReminderAhead } from '../../domain/chasing/remindersAhead'
import { scheduleInWords, windowInWords } from '../../domain/chasing/schedule'
import { limitsInWords } from '../../domain/chasing/telling'
import { cutoffInWords, momentInWords, timeLeft } from '../../domain/collections/calendar'
import type { Link, Page } from '../chrome'
import { placeOf } from './collection'
import { type About, goingLine, isShown, notGoingLine, reasons, type Shown } from './reminderLines'
import { onPage, pageIn, turningOf, type Turning } from './turning'
import { counted } from '../../domain/reading/counted'

export interface RemindersPage extends Page {
  readonly closes: string
  readonly moments: readonly { readonly before: string; readonly when: string; readonly says: string }[]
  readonly limits: string
  /** Where the schedule may be changed. */
  readonly form:
    { readonly action: string; readonly days: string; readonly hint: string; readonly problem: Message } | undefined
  readonly filters: readonly {
    readonly text: string
    readonly href: string
    readonly count: string
    readonly current: boolean
  }[]
  readonly isGoing: boolean
  /** On how many other days than the next of the schedule they are reminded. */
  readonly when: string | undefined
  readonly rows: readonly {
    readonly href: string
    readonly organisation: string
    readonly to: string
    readonly address: string
    readonly what: string
    readonly when: string
  }[]
  readonly empty: string
  readonly turning: Turning | undefined
  readonly links: readonly Link[]
}

type Message = { readonly text: string } | undefined

/** What was typed for the schedule, and what is wrong with it. */
export interface DaysTyped {
  readonly typed: string
  readonly says: string
}

interface AskedReminders {
  readonly shown: Shown
  readonly page: number
}

/** What the address of the page asks for; what cannot be read is not asked. */
export const askedReminders = (query: Readonly<Record<string, unknown>>): AskedReminders => ({
  shown: isShown(query.show) ? query.show : 'going',
  page: pageIn(query),
})

export interface RemindersSeen {
  readonly collection: FoundCollection
  readonly schedule: readonly ScheduledDay[]
  /** How many reminders were written for a London day. */
  readonly written: ReadonlyMap<string, number>
  readonly ahead: { readonly going: readonly ReminderAhead<About>[]; readonly notGoing: readonly NoReminder<About>[] }
  readonly asked: AskedReminders
  readonly mayWrite: boolean
}

/** On which days employers are reminded, who gets the next reminder, and who does not and why. */
export function remindersPage(seen: RemindersSeen, typed?: DaysTyped): RemindersPage {
  const { collection, schedule, ahead, asked } = seen
  const place = placeOf(collection)
  const { shown, page } = asked
  const to = (show: Shown, at = 1) => addressOf(place.reminders, show, at)
  const notGoing = ahead.notGoing.filter(({ why }) => why === shown)
  const lines = shown === 'going' ? ahead.going.map(goingLine) : notGoing.map(notGoingLine)
  return {
    title: 'Reminders',
    caption: collection.title,
    breadcrumbs: [{ text: 'Responses', href: place.collection }, { text: 'Reminders' }],
    problems: typed ? [{ text: typed.says, href: '#days' }] : [],
    closes: closingWords(collection),
    moments: momentsOf(seen),
    limits: limitsInWords(),
    form: seen.mayWrite ? formOf(seen, typed) : undefined,
    filters: filtersOf(seen, to),
    isGoing: shown === 'going',
    when: shown === 'going' ? whenWords(seen) : undefined,
    rows: onPage(lines, page),
    empty: shown === 'going' ? 'As things stand, nobody is reminded any more.' : 'Nobody is left out for this reason.',
    turning: turningOf(page, lines.length, (at) => to(shown, at)),
    links: [
      { text: 'Write a letter to many', href: place.chase },
      { text: 'All letters', href: '/network/post' },
    ],
    state: [{ kind: 'plain', text: nextWords(schedule, collection) }],
  }
}

function closingWords({ cutoffAt, now }: FoundCollection): string {
  const left = timeLeft(cutoffAt, now)
  return left === undefined
    ? `It closed at ${cutoffInWords(cutoffAt)}.`
    : `It closes ${cutoffInWords(cutoffAt)}, ${left}. Where that day is moved, the reminders move with it; who has more time is reminded before their own last day.`
}

function nextWords(schedule: readonly ScheduledDay[], { cutoffAt, now }: FoundCollection): string {
  const next = reminderMoments(cutoffAt, schedule).find(({ at }) => at > now)
  return next ? `Next at ${momentInWords(next.at)}` : 'No more reminders'
}

function momentsOf({ schedule, collection, written, ahead }: RemindersSeen) {
  return reminderMoments(collection.cutoffAt, schedule).map(({ daysBefore, day, at }) => {
    const letters = written.get(day)
    const going = ahead.going.filter(({ due }) => due.day === day).length
    return {
      before: daysBefore === 0 ? 'On the last day' : counted(daysBefore, 'day'),
      when: momentInWords(at),
      says:
        at <= collection.now
          ? pastWords(letters)
          : going > 0
            ? `${counted(going, 'person', 'people')} as things stand`
            : 'Later',
    }
  })
}

/** Whoever has more time than the others is reminded on days of their own: why the two counts of the page differ. */
function whenWords({ schedule, collection, ahead: { going } }: RemindersSeen): string | undefined {
  const next = reminderMoments(collection.cutoffAt, schedule).find(({ at }) => at > collection.now)
  const then = going.filter(({ due }) => due.day === next?.day).length
  const others = going.length - then
  if (!next || then === 0 || others === 0) return undefined
  return `${counted(then, 'person', 'people')} at ${momentInWords(next.at)}; ${counted(others, 'person', 'people')} on another day, because the return has a last day of its own.`
}

const pastWords = (letters: number | undefined): string =>
  letters === undefined ? 'Over: nothing was written' : `${counted(letters, 'letter')} written`

function formOf({ collection, schedule }: RemindersSeen, typed: DaysTyped | undefined): RemindersPage['form'] {
  const days = schedule.map(({ daysBefore }) => daysBefore).sort((one, other) => other - one)
  return {
    action: placeOf(collection).reminders,
    days: typed?.typed ?? days.join(', '),
    hint: `Now: ${scheduleInWords(schedule)}, at 9:00am. ${windowInWords(collection)}`,
    problem: typed && { text: typed.says },
  }
}

function filtersOf({ ahead, asked }: RemindersSeen, to: (show: Shown) => string): RemindersPage['filters'] {
  const counts = new Map<Shown, number>([['going', ahead.going.length]])
  for (const { why } of ahead.notGoing) counts.set(why, (counts.get(why) ?? 0) + 1)
  const shown: readonly Shown[] = ['going', ...Object.keys(reasons).filter(isShown)]
  return shown
    .filter((each) => each === 'going' || each === asked.shown || counts.has(each))
    .map((each) => ({
      text: each === 'going' ? 'Would be reminded' : reasons[each],
      href: to(each),
      count: (counts.get(each) ?? 0).toLocaleString('en-GB'),
      current: each === asked.shown,
    }))
}

function addressOf(path: string, show: Shown, page: number): string {
  const asked = new URLSearchParams({
    ...(show === 'going' ? {} : { show }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return asked === '' ? path : `${path}?${asked}`
}
