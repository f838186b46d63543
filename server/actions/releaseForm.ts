import { deleteSentForm, type SentForm } from '../db/sentForms'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Nothing came of a form: it may be sent again. */
export const releaseForm = ({ db }: Pick<Services, 'db'>, form: SentForm): Promise<void> =>
  inTransaction(db, (tx) => deleteSentForm(tx, form))
