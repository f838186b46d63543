import type { Db } from './db/transaction'
import type { Log } from './log'
import type { Mailer } from './mail/mailer'

/** Everything the app needs from the world outside it. Built in main.ts, cli.ts and the tests, and nowhere else. */
export interface Services {
  readonly db: Db
  readonly log: Log
  readonly passwords: Passwords
  readonly mailer: Mailer
  /** The only source of absolute links. */
  readonly publicUrl: string
}

/** Hashing has one home; actions reach it through here. */
export interface Passwords {
  readonly hash: (password: string) => Promise<string>
  /** Takes as long for somebody unknown as for somebody known. */
  readonly matches: (password: string, hash: string | null) => Promise<boolean>
}
