import { deleteExpiredKeptForms } from '../db/keptForms'
import { deleteOldForms } from '../db/sentForms'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Forgets the forms that were sent a day ago, and what has waited for its person too long; how many there were. */
export const pruneForms = ({ db }: Pick<Services, 'db'>): Promise<number> =>
  inTransaction(db, async (tx) => (await deleteOldForms(tx)) + (await deleteExpiredKeptForms(tx)))
