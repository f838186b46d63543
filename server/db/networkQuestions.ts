import { sql } from 'kysely'
import type { Address } from '../domain/survey/cells'
import type { Reader, Tx } from './transaction'

/** What employers ask, unbounded by any organisation: for the network's people only. */

export interface NetworkQuestion {
  readonly id: string
  readonly returnId: string
  readonly organisation: string
  readonly collection: string
  readonly address: Address | null
  readonly question: string
  readonly askedBy: string
  readonly decidedAt: Date
  readonly answer: string | null
  readonly general: boolean
  readonly generalQuestion: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
}

const questions = (db: Reader) =>
  db
    .selectFrom('questionsAsked')
    .innerJoin('returns', 'returns.id', 'questionsAsked.returnId')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .innerJoin('people as asker', 'asker.id', 'questionsAsked.askedBy')
    .leftJoin('people as answerer', 'answerer.id', 'questionsAsked.answeredBy')
    .select([
      'questionsAsked.id',
      'questionsAsked.returnId',
      'organisations.name as organisation',
      'collections.code as collection',
      'address',
      'question',
      'asker.name as askedBy',
      'decidedAt',
      'answer',
      'general',
      'generalQuestion',
      'answerer.name as answeredBy',
      'answeredAt',
    ])

/** What has been asked: what waits for an answer first, the longest wait at the top; then the answered, the latest first. */
export const networkQuestions = (
  db: Reader,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<NetworkQuestion[]> =>
  questions(db)
    .orderBy(sql`answered_at is not null`)
    .orderBy(sql`case when answered_at is null then decided_at end`)
    .orderBy('answeredAt', 'desc')
    .orderBy('questionsAsked.id')
    .offset(offset)
    .limit(limit)
    .execute()

/** One question to the network, of whichever employer: for staff only. */
export const findNetworkQuestion = (db: Reader, id: string): Promise<NetworkQuestion | undefined> =>
  questions(db).where('questionsAsked.id', '=', id).executeTakeFirst()

/** How many there are, and how many wait for an answer. */
export const questionCounts = (db: Reader): Promise<{ all: number; waiting: number }> =>
  db
    .selectFrom('questionsAsked')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      sql<number>`count(*) filter (where answer is null)`.as('waiting'),
    ])
    .executeTakeFirstOrThrow()

/** A question that is to be answered: nobody else answers it until the transaction ends. */
export const lockQuestion = (tx: Tx, id: string) =>
  tx
    .selectFrom('questionsAsked')
    .select(['id', 'returnId', 'address', 'question', 'askedBy', 'answeredAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** What the network answers; in the place of an earlier answer, if there was one. */
export async function setAnswer(
  tx: Tx,
  id: string,
  given: {
    readonly answer: string
    readonly general: boolean
    readonly generalQuestion: string | null
    readonly answeredBy: string
    readonly answeredAt: Date
  },
): Promise<void> {
  await tx.updateTable('questionsAsked').set(given).where('id', '=', id).execute()
}
