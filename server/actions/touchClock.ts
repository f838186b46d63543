import { touchClock as touch } from '../db/demonstration'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Says that a process runs, so that the clock of a demonstration does. */
export const touchClock = ({ db }: Pick<Services, 'db'>): Promise<void> => inTransaction(db, touch)
