import { setSessionSeen } from '../db/sessions'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Remembers that somebody is still there. */
export const touchSession = ({ db }: Pick<Services, 'db'>, idHash: Buffer): Promise<void> =>
  inTransaction(db, (tx) => setSessionSeen(tx, idHash))
