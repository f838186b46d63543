import { daysBetween, daysLater, lastDay, londonDay } from '../collections/calendar'

/** How many responses came on a London day. */
export interface ResponseDay {
  readonly day: string
  readonly count: number
}

/** How a collection stood at the end of one of its days. */
export interface CurvePoint {
  /** Of its run, from 1. */
  readonly number: number
  /** The London date. */
  readonly day: string
  readonly responses: number
  /** Whole per cent of those asked; 0 where nobody is. */
  readonly percent: number
}

interface Run {
  readonly opensAt: Date
  readonly cutoffAt: Date
  readonly now: Date
  /** How many were asked. */
  readonly asked: number
}

/** Which day of its run a London date is, from 1. */
export const dayOfRun = ({ opensAt }: Pick<Run, 'opensAt'>, day: string): number =>
  daysBetween(londonDay(opensAt), day) + 1

/** How many days it runs, without anybody's own later time. */
export const daysOfRun = (run: Pick<Run, 'opensAt' | 'cutoffAt'>): number => dayOfRun(run, lastDay(run.cutoffAt))

/** The last day there is something to tell of: today while it runs; afterwards its last, or that of a later response. */
function lastTold({ cutoffAt, now }: Run, days: readonly ResponseDay[]): string {
  const [today, last] = [londonDay(now), lastDay(cutoffAt)]
  if (today <= last) return today
  const latest = days.at(-1)?.day ?? last
  return latest > last ? latest : last
}

/** The responses so far at the end of each day; today's as they stand. Nothing before it opens. */
export function curveOf(run: Run, days: readonly ResponseDay[]): CurvePoint[] {
  const first = londonDay(run.opensAt)
  const many = Math.max(0, daysBetween(first, lastTold(run, days)) + 1)
  return Array.from({ length: many }, (_none, at) => {
    const day = daysLater(first, at)
    const responses = days.filter((each) => each.day <= day).reduce((sum, { count }) => sum + count, 0)
    return { number: at + 1, day, responses, percent: run.asked === 0 ? 0 : Math.round((responses / run.asked) * 100) }
  })
}

/** Where a collection stood at the end of a day of its run; after its last day, as it ended. */
export const standingOn = (curve: readonly CurvePoint[], number: number): CurvePoint | undefined =>
  curve.find((point) => point.number === number) ?? curve.at(-1)
