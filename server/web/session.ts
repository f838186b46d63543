import type { Request, RequestHandler } from 'express'
import session from 'express-session'
import type { Services } from '../services'
import { SessionStore } from './sessionStore'

/** The name of the cookie: where everything is over TLS, browsers then also see that no other host sets it. */
export const cookieName = (overTls: boolean): string => (overTls ? '__Host-session' : 'session')

/** TLS ends in front of us: what the last hop speaks does not matter. */
const asItIsOutside = (overTls: boolean): RequestHandler => {
  return (req, _res, next) => {
    if (overTls) Object.defineProperty(req, 'secure', { value: true })
    next()
  }
}

/** Who is there, kept between requests. Nobody has a session until there is something to keep. */
export function sessions(services: Pick<Services, 'db'>, secret: string, overTls: boolean): RequestHandler[] {
  return [
    asItIsOutside(overTls),
    session({
      name: cookieName(overTls),
      secret,
      store: new SessionStore(services),
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure: overTls, path: '/' },
    }),
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
