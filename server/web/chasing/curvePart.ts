import type { FoundCollection } from '../../db/collections'
import { curveOf, dayOfRun, daysOfRun, standingOn, type CurvePoint, type ResponseDay } from '../../domain/chasing/curve'
import { dayAndMonth, shortDayAndMonth } from '../../domain/chasing/dayAndMonth'
import type { ReminderMoment } from '../../domain/chasing/reminders'
import { daysLater, londonDay } from '../../domain/collections/calendar'
import { markup } from '../charts/element'
import { curveChart } from './curveChart'
import { counted } from '../../domain/reading/counted'

/** How the responses to a collection came, day by day. */
export interface RunSeen {
  readonly collection: FoundCollection
  readonly days: readonly ResponseDay[]
  readonly asked: number
}

export interface CurveSeen extends RunSeen {
  readonly reminders: readonly ReminderMoment[]
  /** The collection of the same survey before this one. */
  readonly earlier: RunSeen | undefined
}

export interface CurvePart {
  /** SVG. */
  readonly chart: string
  /** Where it stands, in sentences. */
  readonly says: string
  /** What the lines mean. */
  readonly key: readonly { readonly line: 'now' | 'then' | 'reminder' | 'coming'; readonly text: string }[]
  readonly earlierTitle: string | undefined
  readonly rows: readonly {
    readonly day: string
    readonly responses: string
    readonly percent: string
    readonly reminder: string
    readonly earlier: string
  }[]
}

/** The curve of responses: undefined before the collection opens, and where nobody is asked. */
export function curvePart(seen: CurveSeen): CurvePart | undefined {
  const { collection, earlier } = seen
  const curve = curveOf({ ...collection, asked: seen.asked }, seen.days)
  const before = earlier ? curveOf({ ...earlier.collection, asked: earlier.asked }, earlier.days) : []
  const last = curve.at(-1)
  if (!last || seen.asked === 0) return undefined
  const says = `${standing(last, seen)} ${beside(last, before, earlier)}`
  const reminders = remindersOf(seen)
  const dayCalled = (number: number) => shortDayAndMonth(daysLater(londonDay(collection.opensAt), number - 1))
  return {
    chart: markup(
      curveChart({
        ...{ curve, earlier: before, days: daysOfRun(collection), reminders, dayCalled },
        id: 'curve',
        name: 'Responses day by day',
        description: `${says} The table below has the figure of each day.`,
      }),
    ),
    says,
    key: keyOf(reminders, earlier),
    earlierTitle: earlier?.collection.title,
    rows: [...curve].reverse().map((point) => ({
      day: `Day ${point.number}, ${dayAndMonth(point.day)}`,
      responses: point.responses.toLocaleString('en-GB'),
      percent: `${point.percent}%`,
      reminder: reminders.some(({ number, gone }) => gone && number === point.number) ? 'Reminder' : '',
      earlier: earlierWords(before, point.number),
    })),
  }
}

function standing({ number, responses, percent }: CurvePoint, { asked, collection }: CurveSeen): string {
  const when = collection.now < collection.cutoffAt ? `So far, on day ${number}` : 'In the end'
  return `${when}, ${responses.toLocaleString('en-GB')} of ${asked.toLocaleString('en-GB')} have answered: ${percent}%.`
}

function beside(last: CurvePoint, before: readonly CurvePoint[], earlier: RunSeen | undefined): string {
  const then = standingOn(before, last.number)
  if (!earlier || !then) return 'There is no earlier collection of this survey to stand beside.'
  const apart = last.percent - then.percent
  const points = counted(Math.abs(apart), 'percentage point')
  const than = apart === 0 ? 'That is the same' : `That is ${points} ${apart > 0 ? 'more' : 'fewer'} now`
  return `${earlier.collection.title} had ${then.percent}% by the end of its day ${then.number}. ${than}.`
}

const earlierWords = (before: readonly CurvePoint[], number: number): string => {
  const then = before.find((point) => point.number === number)
  return then ? `${then.percent}%` : ''
}

function remindersOf({ collection, reminders }: CurveSeen) {
  return reminders
    .filter(({ at }) => at >= collection.opensAt)
    .map(({ day, at }) => ({ number: dayOfRun(collection, day), gone: at <= collection.now }))
}

function keyOf(reminders: readonly { readonly gone: boolean }[], earlier: RunSeen | undefined): CurvePart['key'] {
  return [
    { line: 'now', text: 'Answered, of all asked' },
    ...(earlier ? [{ line: 'then' as const, text: earlier.collection.title }] : []),
    ...(reminders.some(({ gone }) => gone) ? [{ line: 'reminder' as const, text: 'Reminder' }] : []),
    ...(reminders.some(({ gone }) => !gone) ? [{ line: 'coming' as const, text: 'Reminder to come' }] : []),
  ]
}
