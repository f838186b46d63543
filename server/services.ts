import type { Db } from './db/transaction'
import type { Letter } from './domain/post/letter'
import type { SecretLink } from './domain/post/secretLinks'
import type { Log } from './log'
import type { Mailer } from './mail/posting'

/** Everything the app needs from the world outside it. Built in main.ts, cli.ts and the tests, and nowhere else. */
export interface Services {
  readonly db: Db
  readonly log: Log
  readonly passwords: Passwords
  readonly mailer: Mailer
  readonly links: Links
  /** The only source of absolute links. */
  readonly publicUrl: string
}

/** Hashing has one home; actions reach it through here. */
export interface Passwords {
  readonly hash: (password: string) => Promise<string>
  /** Takes as long for somebody unknown as for somebody known. */
  readonly matches: (password: string, hash: string | null) => Promise<boolean>
}

/** Links in letters that let somebody in. Of a token only its hash is kept, and the token is worked out where it is needed. */
export interface Links {
  readonly tokenOf: (link: SecretLink) => string
  /** SHA-256 of a token. */
  readonly hashOf: (token: string) => Buffer
  /** A letter as its reader gets it: the post keeps it without its token. */
  readonly complete: (letter: Letter) => Letter
}
