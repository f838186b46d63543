import { insertSentForm, type SentForm } from '../db/sentForms'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Says of a form that it has been sent, before anything comes of it; whether this was the first time. */
export const claimForm = ({ db }: Pick<Services, 'db'>, form: SentForm): Promise<boolean> =>
  inTransaction(db, (tx) => insertSentForm(tx, form))
