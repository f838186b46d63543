import type { Request, RequestHandler } from 'express'
import session from 'express-session'
import type { SessionTimes } from '../domain/people/sessionTimes'
import type { Services } from '../services'
import { notSeen, SessionStore } from './sessionStore'

/** The name of the cookie: where everything is over TLS, browsers then also see that no other host sets it. */
export const cookieName = (overTls: boolean): string => (overTls ? '__Host-session' : 'session')

/** TLS ends in front of us: what the last hop speaks does not matter. */
const asItIsOutside = (overTls: boolean): RequestHandler => {
  return (req, _res, next) => {
    if (overTls) Object.defineProperty(req, 'secure', { value: true })
    next()
  }
}

/** What a page sends along when it asks by itself, so that asking does not keep anybody signed in. */
const UNATTENDED = 'x-unattended'

/** Whether somebody did something, as far as we are told. */
export const isAttended = (req: Request): boolean => req.get(UNATTENDED) === undefined

const onlyByPeople: RequestHandler = (req, _res, next) => {
  if (!isAttended(req)) notSeen(req.session)
  next()
}

interface Keeping {
  /** Signs the cookies. */
  readonly secret: string
  readonly overTls: boolean
  readonly times: SessionTimes
}

/** Who is there, kept between requests. Nobody has a session until there is something to keep. */
export function sessions(services: Pick<Services, 'db'>, { secret, overTls, times }: Keeping): RequestHandler[] {
  return [
    asItIsOutside(overTls),
    session({
      name: cookieName(overTls),
      secret,
      store: new SessionStore(services, times),
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure: overTls, path: '/' },
    }),
    onlyByPeople,
  ]
}

/** Ends the session of this browser. */
export const leave = (req: Request): Promise<void> =>
  new Promise((resolve, reject) => {
    req.session.destroy((error: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('The session could not be ended'))
      else resolve()
    })
  })
