import { sql } from 'kysely'
import type { Address } from '../domain/survey/cells'
import type { Reader } from './transaction'

/** A question about a figure that waits for the employer: nobody has answered, and nothing is being corrected for it. */
export interface UnansweredQuestion {
  readonly returnId: string
  readonly address: Address
  readonly question: string
  /** Last. */
  readonly askedAt: Date
}

/** Whether a question waits for the employer, as SQL over `queries`. */
export const waitsForEmployer = sql<boolean>`(queries.state = 'asked' and not exists (
  select from openings where openings.return_id = queries.return_id
    and openings.decided_at >= queries.correcting_at and openings.until_at > app_now()))`

/** Every question that waits for its employer, of all collections, the oldest first. */
export const unansweredQuestions = (db: Reader): Promise<UnansweredQuestion[]> =>
  db
    .selectFrom('queries')
    .select([
      'returnId',
      'address',
      sql<string>`coalesce(question, '')`.as('question'),
      sql<Date>`coalesce(asked_at, decided_at)`.as('askedAt'),
    ])
    .where('state', '=', 'asked')
    .where(waitsForEmployer)
    .orderBy('askedAt')
    .orderBy('id')
    .execute()

/** The causes of all reminders of questions ever written about these returns. */
export async function questionReminderCauses(db: Reader, returnIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('post')
    .select('cause')
    .where(sql<boolean>`return_id = any(${returnIds}::uuid[])`)
    .where('kind', '=', 'query_reminder')
    .execute()
  return rows.map(({ cause }) => cause)
}
