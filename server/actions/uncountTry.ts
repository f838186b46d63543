import { uncountTry as uncount, type Throttle } from '../db/throttles'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Takes back a try that was right, or that we could not judge. */
export const uncountTry = ({ db }: Pick<Services, 'db'>, throttles: readonly Throttle[]): Promise<void> =>
  inTransaction(db, (tx) => uncount(tx, throttles.map(({ key }) => key).sort()))
