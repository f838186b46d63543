import type { Request, RequestHandler, Response } from 'express'
import passport from 'passport'
import { Strategy } from 'passport-local'
import { findPerson, findPersonByEmail, type Person } from '../db/people'
import { deviceInWords } from '../domain/people/device'
import type { Services } from '../services'

declare global {
  // Express has no other way of being told who `req.user` is.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    interface User extends Person {}
  }
}

type Done = (error: unknown, person?: Person | false) => void

/** Longer than any password that may be chosen: it is wrong, and not worth a hash. */
const longestPassword = 1024

async function known(services: Services, email: string, password: string): Promise<Person | false> {
  if (password.length > longestPassword) return false
  const found = await findPersonByEmail(services.db, email)
  const matches = await services.passwords.matches(password, found?.passwordHash ?? null)
  if (!found || !matches) return false
  const { id, name, staffRole, memberships } = found
  return { id, email: found.email, name, staffRole, memberships }
}

const tell = (answer: Promise<Person | false>, done: Done): void => {
  answer.then(
    (person) => {
      done(null, person)
    },
    (error: unknown) => {
      done(error)
    },
  )
}

/** Who signs in and who is signed in: looked up afresh at every request, so that a change counts from the next one on. */
export function authenticator(services: Services) {
  const doorkeeper = new passport.Passport()
  doorkeeper.use(
    new Strategy({ usernameField: 'email' }, (email, password, done) => {
      tell(known(services, email, password), done)
    }),
  )
  doorkeeper.serializeUser<string>((person, done) => {
    done(null, person.id)
  })
  doorkeeper.deserializeUser((req: Request, id: string, done: Done) => {
    const found = req.session.found?.().person
    if (found?.id === id) done(null, found)
    else
      tell(
        findPerson(services.db, id).then((person) => person ?? false),
        done,
      )
  })
  return doorkeeper
}

export type Doorkeeper = ReturnType<typeof authenticator>

/** Says who is signed in. */
export const whoIsThere = (services: Services): RequestHandler => authenticator(services).session() as RequestHandler

/** Whoever has this address and password, if anybody has. */
export function personKnownBy(doorkeeper: Doorkeeper, req: Request, res: Response): Promise<Person | undefined> {
  return new Promise((resolve, reject) => {
    const judge = doorkeeper.authenticate('local', (error: unknown, person?: Person | false) => {
      if (error) reject(error instanceof Error ? error : new Error('Signing in failed'))
      else resolve(person === false ? undefined : person)
    }) as RequestHandler
    void judge(req, res, reject)
  })
}

/** Signs somebody in, with a new session: whoever knew the old one's id knows nothing. */
export const enter = (req: Request, person: Person): Promise<void> =>
  new Promise((resolve, reject) => {
    req.logIn(person, (error: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('Signing in failed'))
      else {
        req.session.device = deviceInWords(req.get('user-agent') ?? '')
        resolve()
      }
    })
  })
