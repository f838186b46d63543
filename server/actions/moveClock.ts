import { moveClock as move } from '../db/demonstration'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Moves the clock of a demonstration, forwards or back. False where there is none that can be moved. */
export const moveClock = ({ db }: Pick<Services, 'db'>, to: Date): Promise<boolean> =>
  inTransaction(db, (tx) => move(tx, to))
