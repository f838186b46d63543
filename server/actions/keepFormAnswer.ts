import { type FormAnswer, type SentForm, setFormAnswer } from '../db/sentForms'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** Remembers what came of a form, for whoever sends it again. */
export const keepFormAnswer = ({ db }: Pick<Services, 'db'>, form: SentForm, answer: FormAnswer): Promise<void> =>
  inTransaction(db, (tx) => setFormAnswer(tx, form, answer))
