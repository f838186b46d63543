import { type KeptForm, setKeptForm } from '../db/keptForms'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Keeps what somebody had typed when they turned out to be signed out, until they are back. */
export const keepForm = ({ db }: Pick<Services, 'db'>, form: KeptForm): Promise<void> =>
  inTransaction(db, (tx) => setKeptForm(tx, form))
