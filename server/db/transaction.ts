import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema'

/** Enough to read with. */
export type Reader = Pick<Kysely<Database>, 'selectFrom' | 'with'>

/** What the app is given: it can read, and it can begin a transaction. It cannot write. */
export type Db = Reader & Pick<Kysely<Database>, 'transaction'>

/** Enough to write with. Every function that writes asks for one. */
export type Tx = Transaction<Database>

/** Runs the work in one transaction: all of it is kept, or, when it throws, none of it. */
export const inTransaction = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction().execute(work)
