import { createHash } from 'node:crypto'
import { type SessionData, Store } from 'express-session'
import { endSession } from '../actions/endSession'
import { keepSession } from '../actions/keepSession'
import { touchSession } from '../actions/touchSession'
import { findSession } from '../db/sessions'
import type { Services } from '../services'

declare module 'express-session' {
  interface SessionData {
    passport?: { user?: string }
    /** What somebody signed in with, in words. */
    device?: string
    /** Known from before this request; true when it is time to remember that somebody is still there. */
    stale?: boolean
  }
}

type Told<T = unknown> = (error?: unknown, found?: T) => void

/** Of a session's id only this is kept. */
export const hashOf = (id: string) => createHash('sha256').update(id).digest()

/** Sessions in PostgreSQL, for all instances alike, on real time. */
export class SessionStore extends Store {
  constructor(private readonly services: Pick<Services, 'db'>) {
    super()
  }

  override get(id: string, told: Told<SessionData | null>): void {
    findSession(this.services.db, hashOf(id)).then(
      (found) => {
        told(null, found ? withStale(found) : null)
      },
      (error: unknown) => {
        told(error)
      },
    )
  }

  override set(id: string, { stale, ...data }: SessionData, told?: Told): void {
    const personId = data.passport?.user ?? null
    tell(keepSession(this.services, { idHash: hashOf(id), personId, data }, stale !== undefined), told)
  }

  override touch(id: string, { stale }: SessionData, told?: () => void): void {
    if (stale === true) tell(touchSession(this.services, hashOf(id)), told)
    else told?.()
  }

  override destroy(id: string, told?: Told): void {
    tell(endSession(this.services, hashOf(id)), told)
  }
}

function withStale({ data, stale }: { data: object; stale: boolean }): SessionData {
  return { ...(data as SessionData), stale }
}

function tell(done: Promise<void>, told: Told | undefined): void {
  done.then(
    () => told?.(),
    (error: unknown) => told?.(error),
  )
}
