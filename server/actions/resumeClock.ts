import { resumeClock as resume } from '../db/demonstration'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Lets the clock of a demonstration go on from where it stood when the last process stopped. */
export const resumeClock = ({ db }: Pick<Services, 'db'>): Promise<void> => inTransaction(db, resume)
