import type { Express } from 'express'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { createApp, type Door } from '../../server/app'
import type { Database } from '../../server/db/schema'
import { openLog } from '../../server/log'
import { completingLinks } from '../../server/mail/completingLinks'
import { openMailer } from '../../server/mail/mailer'
import { oneTimeCodes } from '../../server/oneTimeCodes'
import { secretLinks } from '../../server/secretLinks'
import type { IdentityProvider, Services } from '../../server/services'
import { useDatabase } from './database'
import { cheapPasswords } from './passwords'
import { visitor, type Visitor } from './signIn'
import type { Demonstration } from './testServer'

export interface TestApp {
  readonly app: Express
  readonly services: Services
  /** Able to write as well: tests make the rows they need. */
  readonly db: Kysely<Database>
  /** For SQL as `psql` would say it. */
  readonly sql: Pool
  readonly url: string
  /** What was logged so far, a line each. */
  readonly lines: string[]
  /** Somebody who has come through the sign-in page. */
  signIn(email: string, password?: string): Promise<Visitor>
  /** Somebody who has not. */
  visitor(): Visitor
}

export const testDoor: Door = {
  sessionSecret: 'a secret for tests that is long enough to be one',
  trustProxy: false,
  stage: () => 'open',
}

type Options = Partial<Door> & {
  readonly publicUrl?: string
  readonly requireTwoFactor?: boolean
  readonly identityProvider?: IdentityProvider
  /** What is in its database. */
  readonly demonstration?: Demonstration
}

/** The real app, with CSRF and all, on a database of its own for the tests of one file. */
export function useApp({
  publicUrl = 'http://localhost:3000',
  requireTwoFactor = false,
  identityProvider,
  demonstration,
  ...door
}: Options = {}): TestApp {
  const { db, pool, url } = useDatabase(demonstration ? { demonstration } : {})
  const lines: string[] = []
  const log = openLog('debug', { write: (line) => lines.push(line) })
  const mailer = openMailer({
    smtpUrl: undefined,
    mailFrom: 'Workforce Returns <returns@benchmarking.example>',
    mailPerMinute: undefined,
  })
  const secret = door.sessionSecret ?? testDoor.sessionSecret
  const links = secretLinks(secret)
  const services: Services = {
    db,
    log,
    passwords: cheapPasswords(),
    mailer: completingLinks(mailer, links.complete),
    links,
    codes: oneTimeCodes(secret, requireTwoFactor),
    identityProvider,
    publicUrl,
  }
  const app = createApp(services, { ...testDoor, ...door })
  return {
    app,
    services,
    db,
    sql: pool,
    url,
    lines,
    visitor: () => visitor(app),
    signIn: async (email, password) => {
      const somebody = visitor(app)
      const answer = await somebody.signIn(email, password)
      if (answer.status !== 303)
        throw new Error(`${email} could not sign in: ${answer.status}\n${lines.slice(-3).join('')}`)
      return somebody
    },
  }
}
