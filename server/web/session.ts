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

/** Keeps what the session holds now: browsers follow a redirect before the whole answer has come. */
export const keep = (req: Request): Promise<void> =>
  told((done) => req.session.save(done), 'The session could not be kept')

/** Begins a session of another id, with nothing in it. */
export const beginAnew = (req: Request): Promise<void> =>
  told((done) => req.session.regenerate(done), 'No session could be begun')

/** Ends the session of this browser. */
export const leave = (req: Request): Promise<void> =>
  told((done) => req.session.destroy(done), 'The session could not be ended')

const told = (work: (done: (error: unknown) => void) => unknown, failed: string): Promise<void> =>
  new Promise((resolve, reject) => {
    work((error) => {
      if (error) reject(error instanceof Error ? error : new Error(failed))
      else resolve()
    })
  })
