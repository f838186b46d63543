import { changeSession, insertSession, type SessionRow } from '../db/sessions'
import { inTransaction } from '../db/transaction'
import type { SessionTimes } from '../domain/people/sessionTimes'
import type { Services } from '../services'

interface Keeping {
  /** One that was known before is only changed: if it has ended, it stays ended. */
  readonly known: boolean
  readonly times: SessionTimes
}

/** Keeps what a session holds. */
export const keepSession = (
  { db }: Pick<Services, 'db'>,
  session: SessionRow,
  { known, times }: Keeping,
): Promise<void> =>
  inTransaction(db, (tx) => (known ? changeSession(tx, session, times) : insertSession(tx, session, times)))
