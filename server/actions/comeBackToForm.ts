import { showKeptForm } from '../db/keptForms'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Whether somebody who has just signed in is to be led to what they had typed before: once, and only they. */
export const comeBackToForm = ({ db }: Pick<Services, 'db'>, personId: string): Promise<boolean> =>
  inTransaction(db, (tx) => showKeptForm(tx, personId))
