import { setFirstOpened } from '../db/returns'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Notes that somebody has come to the returns of their organisations: none of them is "not opened" any more. */
export const openReturns = ({ db }: Pick<Services, 'db'>, personId: string): Promise<void> =>
  inTransaction(db, (tx) => setFirstOpened(tx, personId))
