import type { Request, RequestHandler } from 'express'
import type { Person } from '../db/people'
import type { SessionTimes } from '../domain/people/sessionTimes'

const known = new WeakMap<Request, SessionTimes>()

/** Lets pages say how long somebody stays signed in. */
export const timing =
  (times: SessionTimes): RequestHandler =>
  (req, _res, next) => {
    known.set(req, times)
    next()
  }

/** What a page says about the end of its session, in seconds; it is drawn with it. */
export interface SessionEnd {
  /** Unless somebody does something before. */
  readonly endsIn: number
  /** So long before it asks whether they are still there. */
  readonly warning: number
}

const minute = 60

/**
 * When this page's session ends, if nothing is done. It is not said to the second: the same page says the same from one
 * moment to the next, and asks `/session.json` when the end comes near.
 */
export function sessionEnd(req: Request, { staffRole }: Person): SessionEnd | undefined {
  const times = known.get(req)
  if (!times) return undefined
  const { idle, most } = staffRole === null ? times.employers : times.network
  const { mostLeft = most } = req.session
  const unused = Math.max(idle - times.remembered, 0)
  const inAnyCase = mostLeft > minute ? Math.floor(mostLeft / minute) * minute : Math.floor(mostLeft)
  return { endsIn: Math.min(unused, inAnyCase), warning: times.warning }
}

/** In how many seconds the session of this request ends, once the request has been answered. */
export function secondsLeft(req: Request, { staffRole }: Person, isSeen: boolean): number {
  const times = known.get(req)
  const { idle = 0 } = (staffRole === null ? times?.employers : times?.network) ?? {}
  const { idleLeft = idle, mostLeft = idleLeft, stale } = req.session
  return Math.max(Math.floor(Math.min(isSeen && stale === true ? idle : idleLeft, mostLeft)), 0)
}
