import { londonDay } from '../collections/calendar'
import { isOutstanding, type ReturnStatus } from '../returns/lifecycle'
import { dayAndMonth } from './dayAndMonth'
import { points } from './points'
import { daysSince, hoursOf, isAfter, isNearlyDone } from './spans'
import { counted } from '../reading/counted'

/** All that decides whether an employer is to be rung now. */
export interface RingFacts {
  readonly status: ReturnStatus
  readonly firstOpenedAt: Date | null
  /** When its employer last opened it, saved something or sent it for signature. */
  readonly lastActiveAt: Date | null
  readonly requestedAt: Date | null
  /** Sections finished, and how many there are to fill in. */
  readonly finished: number
  readonly of: number
  /** Letters that asked for it since its employer last did something. */
  readonly letters: number
  /** The London day of the promise that stands. */
  readonly promisedOn: string | null
  readonly lastContactAt: Date | null
  /** Registered for trusts, resident for councils; null for others. */
  readonly population: number | null
  /** Of those of its type who are asked; null where that is not known. */
  readonly averagePopulation: number | null
  /** Letters to those who prepare it come back. */
  readonly bouncing: boolean
  /** Questions about its figures that wait for an answer, and when the first of them was asked. */
  readonly questions: { readonly count: number; readonly since: Date } | null
}

export interface Ringing {
  /** The higher, the sooner; 0 is not now. */
  readonly score: number
  /** Why, the weightiest first. */
  readonly reasons: readonly string[]
}

interface Part {
  readonly points: number
  readonly says: string
}

/**
 * How much speaks for ringing an employer now, and what. A promise that has passed comes before all else; one that still
 * stands is waited for; and whoever was in touch in the last two days is given time.
 */
export function ringing(facts: RingFacts, now: Date): Ringing {
  if (!isOutstanding(facts.status)) return { score: 0, reasons: questions(facts, now) }
  const today = londonDay(now)
  const { promisedOn } = facts
  if (promisedOn !== null && promisedOn >= today)
    return { score: 0, reasons: [`promised for ${promisedOn === today ? 'today' : dayAndMonth(promisedOn)}`] }
  const givenTime = timeGiven(facts, now)
  if (givenTime !== undefined) return { score: 0, reasons: [givenTime] }
  const parts = [promise(facts), ...standing(facts, now), letters(facts), bouncing(facts), population(facts)]
  const told = parts.filter((part) => part !== undefined).sort((a, b) => b.points - a.points)
  const reasons = [...told.map(({ says }) => says), ...questions(facts, now)]
  return { score: told.reduce((sum, part) => sum + part.points, 0), reasons }
}

/** Two days for whoever was in touch; but what was promised then, and has passed since, counts at once. */
function timeGiven({ lastContactAt, promisedOn }: RingFacts, now: Date): string | undefined {
  if (lastContactAt === null || isAfter(lastContactAt, hoursOf(points.givenTime), now)) return undefined
  const day = londonDay(lastContactAt)
  return promisedOn !== null && day <= promisedOn ? undefined : `in touch on ${dayAndMonth(day)}`
}

const promise = ({ promisedOn }: RingFacts): Part | undefined =>
  promisedOn === null
    ? undefined
    : { points: points.promisePassed, says: `promised ${dayAndMonth(promisedOn)} and not in` }

function standing(facts: RingFacts, now: Date): (Part | undefined)[] {
  if (facts.status === 'awaiting_signature') return [waiting(facts, now)]
  return [stalled(facts, now), nearlyDone(facts)]
}

function waiting({ requestedAt }: RingFacts, now: Date): Part | undefined {
  if (requestedAt === null || !isAfter(requestedAt, hoursOf(points.waitingDays), now)) return undefined
  return { points: points.waiting, says: `waiting for signature for ${daysSince(requestedAt, now)} days` }
}

function stalled({ status, firstOpenedAt, lastActiveAt }: RingFacts, now: Date): Part | undefined {
  if (status === 'not_started')
    return firstOpenedAt === null
      ? { points: points.neverOpened, says: 'never opened' }
      : { points: points.nothingSaved, says: 'opened, nothing saved' }
  if (lastActiveAt === null || !isAfter(lastActiveAt, hoursOf(points.quietDays), now)) return undefined
  return { points: points.quiet, says: `nothing saved for ${daysSince(lastActiveAt, now)} days` }
}

const nearlyDone = ({ finished, of }: RingFacts): Part | undefined =>
  isNearlyDone(finished, of) ? { points: points.nearlyDone, says: `${finished} of ${of} sections done` } : undefined

const letters = ({ letters: many }: RingFacts): Part | undefined =>
  many === 0
    ? undefined
    : {
        points: points.eachLetter * Math.min(many, points.mostLetters),
        says: `no reply to ${counted(many, 'letter')}`,
      }

/** They add nothing to the points: the letters that remind of them go by themselves, and a view shows who does not answer. */
function questions({ questions: waiting }: RingFacts, now: Date): string[] {
  if (waiting === null) return []
  const { count, since } = waiting
  const many = counted(count, 'question about a figure', 'questions about figures')
  const days = daysSince(since, now)
  return [days === 0 ? `${many} asked today` : `${many} unanswered for ${counted(days, 'day')}`]
}

const bouncing = ({ bouncing: comesBack }: RingFacts): Part | undefined =>
  comesBack ? { points: points.bouncing, says: 'letters come back' } : undefined

function population({ population: people, averagePopulation: average }: RingFacts): Part | undefined {
  if (people === null || average === null) return undefined
  const large = people >= points.largeFrom * average ? 'large ' : ''
  return {
    points: Math.min(points.mostPopulation, Math.floor((points.averagePopulation * people) / average)),
    says: `${large}population (${people.toLocaleString('en-GB')})`,
  }
}
