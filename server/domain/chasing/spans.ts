import { points } from './points'

const HOUR = 3_600_000

/** Hours of so many days: a span of time, the same in March and in October. */
export const hoursOf = (days: number): number => days * 24

/** The latest moment that lies more than so many hours back. */
export const before = (now: Date, hours: number): Date => new Date(now.getTime() - hours * HOUR)

/** Whether more than so many hours have gone by since. */
export const isAfter = (since: Date, hours: number, now: Date): boolean => since < before(now, hours)

/** Whole days gone by since. */
export const daysSince = (since: Date, now: Date): number => Math.floor((now.getTime() - since.getTime()) / (24 * HOUR))

/** Whether enough sections are finished for a return to be called nearly done; one that has none is not. */
export const isNearlyDone = (finished: number, of: number): boolean =>
  finished > 0 && finished * 10 >= of * points.nearlyDoneTenths
