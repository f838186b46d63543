import { deleteSessionOf } from '../db/accounts'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Signs somebody out in one place of theirs; whether they were signed in there. */
export const endOwnSession = ({ db }: Pick<Services, 'db'>, personId: string, idHash: Buffer): Promise<boolean> =>
  inTransaction(db, async (tx) => (await deleteSessionOf(tx, personId, idHash)) > 0)
