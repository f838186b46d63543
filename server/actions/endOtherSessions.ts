import { deleteOtherSessions } from '../db/accounts'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Signs somebody out everywhere but here; in how many places. */
export const endOtherSessions = ({ db }: Pick<Services, 'db'>, personId: string, here: Buffer): Promise<number> =>
  inTransaction(db, (tx) => deleteOtherSessions(tx, personId, here))
