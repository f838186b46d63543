import { sql } from 'kysely'
import type { Reader, Tx } from './transaction'

/** A form as it was sent: by whom, and a digest of its mark and of all that was in it. */
export interface SentForm {
  readonly personId: string
  readonly digest: Buffer
}

/** Where a form led to, and what the next page says. */
export interface FormAnswer {
  readonly status: number
  readonly location: string
  readonly says: Buffer | null
}

/** Writes down that a form was sent; whether it was the first time. */
export async function insertSentForm(tx: Tx, form: SentForm): Promise<boolean> {
  const first = await tx
    .insertInto('sentForms')
    .values(form)
    .onConflict((again) => again.doNothing())
    .returning('digest')
    .executeTakeFirst()
  return first !== undefined
}

/** A form that was sent before, how long ago, and what came of it; no answer while that is not known. */
export async function findSentForm(db: Reader, { personId, digest }: SentForm) {
  const found = await db
    .selectFrom('sentForms')
    .select(['status', 'location', 'says'])
    .select(sql<number>`extract(epoch from clock_timestamp() - sent_at)::float8`.as('secondsAgo'))
    .where('personId', '=', personId)
    .where('digest', '=', digest)
    .executeTakeFirst()
  if (!found) return undefined
  const { status, location, says, secondsAgo } = found
  return { secondsAgo, answer: status === null || location === null ? undefined : { status, location, says } }
}

/** Keeps what a form was answered with, so that sending it again gets the same answer. */
export async function setFormAnswer(tx: Tx, { personId, digest }: SentForm, answer: FormAnswer): Promise<void> {
  await tx.updateTable('sentForms').set(answer).where('personId', '=', personId).where('digest', '=', digest).execute()
}

/** Forgets that a form was sent: nothing came of it. */
export async function deleteSentForm(tx: Tx, { personId, digest }: SentForm): Promise<void> {
  await tx.deleteFrom('sentForms').where('personId', '=', personId).where('digest', '=', digest).execute()
}

/** Forgets the forms that were sent more than a day ago, by real time; how many there were. */
export async function deleteOldForms(tx: Tx): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('sentForms')
    .where('sentAt', '<', sql<Date>`clock_timestamp() - interval '1 day'`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
