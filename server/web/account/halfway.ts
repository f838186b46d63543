import type { Request } from 'express'
import { findPerson, type Person } from '../../db/people'
import { realSeconds } from '../../db/realTime'
import { TIME_FOR_A_CODE } from '../../domain/people/oneTimeCodes'
import type { Services } from '../../services'
import { beginAnew, keep } from '../session'

/** Somebody who has given the right password and is not signed in yet. */
interface Halfway {
  readonly personId: string
  /** Where they wanted to go, as it was asked for. */
  readonly next: string
}

declare module 'express-session' {
  interface SessionData {
    /** With the seconds since 1970 at which they came there, in real time. */
    halfway?: Halfway & { readonly since: number }
  }
}

/** Remembers who gave the right password, in a session of its own that signs nobody in. */
export async function stopHalfway({ db }: Pick<Services, 'db'>, req: Request, halfway: Halfway): Promise<void> {
  const since = await realSeconds(db)
  await beginAnew(req)
  req.session.halfway = { ...halfway, since }
  await keep(req)
}

/** Who is halfway in here; nobody after ten minutes, and nobody who has left meanwhile. */
export async function whoIsHalfway(
  { db }: Pick<Services, 'db'>,
  req: Request,
): Promise<{ readonly person: Person; readonly next: string } | undefined> {
  const { halfway } = req.session
  if (!halfway || (await realSeconds(db)) - halfway.since > TIME_FOR_A_CODE) return undefined
  const person = await findPerson(db, halfway.personId)
  return person && { person, next: halfway.next }
}
