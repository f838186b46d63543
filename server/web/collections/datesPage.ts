import type { FoundCollection, Touched } from '../../db/collections'
import type { ScheduledDay } from '../../domain/chasing/reminders'
import { momentsToCome, scheduleInWords } from '../../domain/chasing/schedule'
import { cutoffInWords, dayInWords, lastDay, londonDay, timeLeft } from '../../domain/collections/calendar'
import type { Problem } from '../../domain/survey/readSection'
import type { Page } from '../chrome'
import { problemAt, summaryOf, type Typed } from '../forms'
import { counted } from '../../domain/reading/counted'

type Message = { readonly text: string } | undefined

export interface CollectionsPage extends Page {
  readonly rows: readonly {
    readonly href: string
    readonly title: string
    readonly code: string
    readonly opens: string
    readonly closes: string
    readonly state: string
  }[]
}

/** "Open, closes in 14 days". */
function stateOf({ opensAt, cutoffAt, now }: FoundCollection): string {
  if (now < opensAt) return 'Not open yet'
  const left = timeLeft(cutoffAt, now)
  return left === undefined ? 'Closed' : `Open, closes ${left}`
}

/** Every collection with its dates. */
export const collectionsPage = (collections: readonly FoundCollection[]): CollectionsPage => ({
  title: 'Collections',
  breadcrumbs: [{ text: 'Administration', href: '/admin' }, { text: 'Collections' }],
  rows: collections.map((collection) => ({
    href: `/admin/collections/${collection.code}`,
    title: collection.title,
    code: collection.code,
    opens: dayInWords(collection.opensAt),
    closes: cutoffInWords(collection.cutoffAt),
    state: stateOf(collection),
  })),
})

export interface DatesPage extends Page {
  readonly action: string
  readonly opens: string
  readonly opensProblem: Message
  /** Set once it has opened: then the day is told and not asked. */
  readonly openedOn: string | undefined
  readonly closes: string
  readonly closesProblem: Message
  readonly reason: string
  readonly reasonProblem: Message
  /** What a later or earlier close moves. */
  readonly moves: readonly string[]
}

/** Whom a moved close would touch, and the schedule of reminders that moves with it. */
interface Moved extends Touched {
  readonly schedule: readonly ScheduledDay[]
}

/** When a collection opens and closes, and what moves with it. */
export function datesPage(
  collection: FoundCollection,
  touched: Moved,
  sent: { readonly typed: Typed; readonly problems: readonly Problem[] },
): DatesPage {
  const { title, code, opensAt, cutoffAt, now } = collection
  return {
    title,
    breadcrumbs: [
      { text: 'Administration', href: '/admin' },
      { text: 'Collections', href: '/admin/collections' },
      { text: title },
    ],
    problems: summaryOf(sent.problems),
    state: [{ kind: now < cutoffAt ? 'plain' : 'locked', text: stateOf(collection) }],
    action: `/admin/collections/${code}`,
    opens: sent.typed.opens ?? londonDay(opensAt),
    opensProblem: problemAt(sent.problems, 'opens'),
    openedOn: opensAt <= now ? dayInWords(opensAt) : undefined,
    closes: sent.typed.closes ?? lastDay(cutoffAt),
    closesProblem: problemAt(sent.problems, 'closes'),
    reason: sent.typed.reason ?? '',
    reasonProblem: problemAt(sent.problems, 'reason'),
    moves: movesWords(collection, touched),
  }
}

const returns = (count: number): string => counted(count, 'return')

function movesWords({ cutoffAt, now }: FoundCollection, moved: Moved): string[] {
  const { outstanding, withOwnTime, standing, schedule } = moved
  const opened = cutoffAt <= now ? 'open again' : 'stay open'
  return [
    `Everybody has until ${cutoffInWords(cutoffAt)}.`,
    `With another last day, ${returns(outstanding)} not submitted yet ${opened} until the end of that day.`,
    `Of these, ${withOwnTime.toLocaleString('en-GB')} have more time of their own and keep whichever is later.`,
    `${returns(standing)} already submitted stay as they were signed; until the new close their employers may take them back.`,
    `Reminders move with it: they go ${scheduleInWords(schedule)}, whatever was sent for the old one.`,
  ]
}

/** When the reminders go now that the last day has been moved. */
export function remindersMoved(cutoffAt: Date, schedule: readonly ScheduledDay[], now: Date): string {
  const days = momentsToCome(cutoffAt, schedule, now).map(({ at }) => dayInWords(at))
  return days.length === 0 ? 'No reminder is left before then.' : `Reminders now go at 9:00am on ${days.join(', ')}.`
}
