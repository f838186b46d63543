import { sql } from 'kysely'
import type { Reader, Tx } from './transaction'

/** What was typed into a form: the names of its boxes, each as often as it was sent. */
type Fields = readonly { readonly name: string; readonly value: string }[]

/** A form that could not be sent, because its person was signed out. */
export interface KeptForm {
  readonly personId: string
  readonly action: string
  readonly fields: Fields
}

/** How long it waits, in real hours. */
const HOURS = 2

const waits = sql<boolean>`kept_forms.expires_at > clock_timestamp()`

/** Keeps a form in place of the one this person had before, if there is still such a person. */
export async function setKeptForm(tx: Tx, { personId, action, fields }: KeptForm): Promise<void> {
  const values = {
    action,
    fields: JSON.stringify(fields),
    shown: false,
    expiresAt: sql<Date>`clock_timestamp() + make_interval(hours => ${HOURS})`,
  }
  const isThere = await tx.selectFrom('people').select('id').where('id', '=', personId).executeTakeFirst()
  if (!isThere) return
  await tx
    .insertInto('keptForms')
    .values({ personId, ...values })
    .onConflict((again) => again.column('personId').doUpdateSet(values))
    .execute()
}

/** What this person had typed when they were signed out, while it waits. */
export const findKeptForm = (db: Reader, personId: string): Promise<Omit<KeptForm, 'personId'> | undefined> =>
  db
    .selectFrom('keptForms')
    .select(['action', 'fields'])
    .where('personId', '=', personId)
    .where(waits)
    .executeTakeFirst()

/** Whether something waits for this person that they have not been led to yet. From now on they have. */
export async function showKeptForm(tx: Tx, personId: string): Promise<boolean> {
  const shown = await tx
    .updateTable('keptForms')
    .set({ shown: true })
    .where('personId', '=', personId)
    .where('shown', '=', false)
    .where(waits)
    .returning('personId')
    .executeTakeFirst()
  return shown !== undefined
}

/** Throws away what has waited too long; how much there was. */
export async function deleteExpiredKeptForms(tx: Tx): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('keptForms')
    .where('expiresAt', '<', sql<Date>`clock_timestamp()`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
