import { deleteExpiredSessions } from '../db/expired'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Forgets the sessions that have ended; how many there were. */
export const pruneSessions = ({ db }: Pick<Services, 'db'>): Promise<number> =>
  inTransaction(db, (tx) => deleteExpiredSessions(tx))
