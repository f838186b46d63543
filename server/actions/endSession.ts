import { deleteSession } from '../db/sessions'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Ends a session: its id signs nobody in from now on. */
export const endSession = ({ db }: Pick<Services, 'db'>, idHash: Buffer): Promise<void> =>
  inTransaction(db, (tx) => deleteSession(tx, idHash))
