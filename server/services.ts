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
  readonly codes: OneTimeCodes
  /** Where people may sign in with the account of their organisation, if anywhere. */
  readonly identityProvider?: IdentityProvider | undefined
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

/** One-time codes that an app on somebody's telephone makes, and those on paper in its place. */
export interface OneTimeCodes {
  /** Whether nobody signs in with a password alone; a demonstration does not ask for it. */
  readonly required: boolean
  /** What an app makes its codes from, in base32. */
  readonly newSecret: () => string
  /** The same as a link that apps read, from a picture of it. */
  readonly uriOf: (secret: string, email: string) => string
  /** The step of 30 seconds a code is of, if it is right about now and of a later step than `after`. */
  readonly stepOf: (given: GivenCode) => number | undefined
  readonly newRecoveryCodes: () => string[]
  /** SHA-256 of a recovery code. */
  readonly hashOf: (code: string) => Buffer
  /** Shuts something up for one person: in the database and on pages it is kept like this only. */
  readonly hide: (text: string, personId: string) => Buffer
  /** What was shut up for this person; undefined for anything else. */
  readonly show: (hidden: Buffer, personId: string) => string | undefined
}

export interface GivenCode {
  readonly digits: string
  readonly secret: string
  /** Since 1970, in real time. */
  readonly seconds: number
  /** The last step of which a code was taken. */
  readonly after?: number
}

/** Another service that says who somebody is (OpenID Connect). */
export interface IdentityProvider {
  /** Where a browser is sent to sign in there, and what must be known when it comes back; undefined where it does not answer. */
  readonly begin: () => Promise<{ readonly address: string; readonly begun: BegunThere } | undefined>
  /** The email address of who came back from there, as it vouches for it; undefined for anybody else. */
  readonly finish: (pathAndQuery: string, begun: BegunThere) => Promise<string | undefined>
}

/** Kept in the session of a browser while it is sent there. */
export interface BegunThere {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}
