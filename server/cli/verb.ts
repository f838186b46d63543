import type { Config } from '../config'
import type { OpenDatabase } from '../openDatabase'
import type { Services } from '../services'

/** What a verb is given: the words after it, and the house, its database open and not yet touched. */
export interface Errand {
  readonly words: readonly string[]
  readonly config: Config
  readonly database: OpenDatabase
  readonly services: Services
  readonly say: (line: string) => void
}

/** One thing that can be done from the command line. */
export interface Verb {
  /** How it is written, for whoever wrote it otherwise: `clock show | clock set 2020-02-10T23:59:30Z`. */
  readonly usage: string
  readonly does: string
  readonly run: (errand: Errand) => Promise<void>
}

/** Said to the person at the terminal, in a sentence; nothing was done. */
export class NotDone extends Error {}
