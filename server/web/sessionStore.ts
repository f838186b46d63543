import { createHash } from 'node:crypto'
import { type SessionData, Store } from 'express-session'
import { endSession } from '../actions/endSession'
import { keepSession } from '../actions/keepSession'
import { touchSession } from '../actions/touchSession'
import type { Person } from '../db/people'
import { findSession } from '../db/sessions'
import type { SessionTimes } from '../domain/people/sessionTimes'
import type { Services } from '../services'

declare module 'express-session' {
  interface SessionData {
    passport?: { user?: string }
    /** What somebody signed in with, in words. */
    device?: string
    /** Known from before this request; true when it is time to remember that somebody is still there. */
    stale?: boolean
    /** In how many seconds it ended when this request came: unless it is used, and in any case. */
    idleLeft?: number
    mostLeft?: number
    /** What was found with it. A function: it is not kept with it, nor looked at to see whether the session has changed. */
    found?: () => FoundWithSession
  }
}

/** What is known of whoever sends a request as soon as their session is. */
interface FoundWithSession {
  /** Whose it is; null where they have been deactivated, or nobody is signed in. */
  readonly person: Person | null
  /** What time it is in a demonstration; null in a database that is none. */
  readonly demonstrationNow: Date | null
}

type Told<T = unknown> = (error?: unknown, found?: T) => void

/** Of a session's id only this is kept. */
export const hashOf = (id: string) => createHash('sha256').update(id).digest()

/** Sessions of requests that a page makes by itself: nobody need be there. */
const unattended = new WeakSet<object>()

/** This request does not keep its session alive. */
export const notSeen = (session: object): void => {
  unattended.add(session)
}

/** Sessions in PostgreSQL, for all instances alike, on real time. */
export class SessionStore extends Store {
  constructor(
    private readonly services: Pick<Services, 'db'>,
    private readonly times: SessionTimes,
  ) {
    super()
  }

  override get(id: string, told: Told<SessionData | null>): void {
    findSession(this.services.db, hashOf(id), this.times).then(
      (found) => {
        told(null, found ? withTimes(found) : null)
      },
      (error: unknown) => {
        told(error)
      },
    )
  }

  override set(id: string, session: SessionData, told?: Told): void {
    const known = session.stale !== undefined
    const data = withoutTimes(session)
    const personId = session.passport?.user ?? null
    tell(keepSession(this.services, { idHash: hashOf(id), personId, data }, { known, times: this.times }), told)
  }

  override touch(id: string, session: SessionData, told?: () => void): void {
    if (session.stale === true && !unattended.has(session))
      tell(touchSession(this.services, hashOf(id), this.times), told)
    else told?.()
  }

  override destroy(id: string, told?: Told): void {
    tell(endSession(this.services, hashOf(id)), told)
  }
}

/** What was worked out for one request is not kept. */
const withoutTimes = (session: SessionData): object =>
  Object.fromEntries(Object.entries(session).filter(([name]) => !times.has(name)))

const times: ReadonlySet<string> = new Set<keyof SessionData>(['stale', 'idleLeft', 'mostLeft', 'found'])

type Found = NonNullable<Awaited<ReturnType<typeof findSession>>>

function withTimes({ data, person, demonstrationNow, ...times }: Found): SessionData {
  return { ...(data as SessionData), ...times, found: () => ({ person, demonstrationNow }) }
}

function tell(done: Promise<void>, told: Told | undefined): void {
  done.then(
    () => told?.(),
    (error: unknown) => told?.(error),
  )
}
