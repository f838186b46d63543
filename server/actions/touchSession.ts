import { setSessionSeen } from '../db/sessions'
import { inTransaction } from '../db/transaction'
import type { SessionTimes } from '../domain/people/sessionTimes'
import type { Services } from '../services'

/** Remembers that somebody is still there. */
export const touchSession = ({ db }: Pick<Services, 'db'>, idHash: Buffer, times: SessionTimes): Promise<void> =>
  inTransaction(db, (tx) => setSessionSeen(tx, idHash, times))
