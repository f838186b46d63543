import { changeSession, insertSession, type SessionRow } from '../db/sessions'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Keeps what a session holds. One that was known before is only changed: if it has ended, it stays ended. */
export const keepSession = ({ db }: Pick<Services, 'db'>, session: SessionRow, known: boolean): Promise<void> =>
  inTransaction(db, (tx) => (known ? changeSession(tx, session) : insertSession(tx, session)))
