import { sql } from 'kysely'
import type { EndedHow, QueryState } from '../domain/queries/query'
import type { Address, Cells } from '../domain/survey/cells'
import type { Reader, Tx } from './transaction'

/** A question about a figure of a submission, with the words for who asked and who answered. */
export interface Query {
  readonly id: string
  readonly returnId: string
  readonly address: Address
  /** The check that found it; null where somebody asks of their own accord. */
  readonly rule: string | null
  /** The cells it is about, as they were submitted. */
  readonly figures: Cells
  readonly question: string | null
  readonly state: QueryState
  /** Of a pair of partners: the return that was asked the same. */
  readonly partnerId: string | null
  readonly raisedBy: string
  readonly decidedAt: Date
  readonly askedAt: Date | null
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
  readonly correctingAt: Date | null
  readonly endedHow: EndedHow | null
  readonly endedWhy: string | null
  readonly endedBy: string | null
  readonly endedAt: Date | null
}

/** Questions about figures of any return. */
export const queries = (db: Reader) =>
  db
    .selectFrom('queries')
    .innerJoin('people as raiser', 'raiser.id', 'queries.raisedBy')
    .leftJoin('people as answerer', 'answerer.id', 'queries.answeredBy')
    .leftJoin('people as ender', 'ender.id', 'queries.endedBy')
    .select([
      'queries.id',
      'queries.returnId',
      'queries.address',
      'queries.rule',
      'queries.figures',
      'queries.question',
      'queries.state',
      'queries.partnerId',
      'raiser.name as raisedBy',
      'queries.decidedAt',
      'queries.askedAt',
      'queries.answer',
      'answerer.name as answeredBy',
      'queries.answeredAt',
      'queries.correctingAt',
      'queries.endedHow',
      'queries.endedWhy',
      'ender.name as endedBy',
      'queries.endedAt',
    ])

/** All that an employer was asked about one return, what waits first. */
export const queriesOf = (db: Reader, returnId: string): Promise<Query[]> =>
  queries(db)
    .where('queries.returnId', '=', returnId)
    .where('queries.askedAt', 'is not', null)
    .orderBy(sql`array_position(array['asked', 'answered', 'settled', 'dismissed'], queries.state)`)
    .orderBy('queries.askedAt', 'desc')
    .orderBy('queries.id')
    .execute()

/** How many questions wait for the employer's answer, by return; those without any are not named. */
export async function openQueriesByReturn(
  db: Reader,
  returnIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('queries')
    .select(['returnId', ({ fn }) => fn.countAll<number>().as('count')])
    .where(sql<boolean>`return_id = any(${returnIds}::uuid[])`)
    .where('state', '=', 'asked')
    .groupBy('returnId')
    .execute()
  return new Map(rows.map(({ returnId, count }) => [returnId, count]))
}

/** One of them, found without knowing its return: for the network, or to be found again within its return. */
export const findQuery = (db: Reader, id: string): Promise<Query | undefined> =>
  queries(db)
    .where(sql<string>`queries.id::text`, '=', id)
    .executeTakeFirst()

export interface NewQuery {
  readonly id: string
  readonly returnId: string
  readonly submissionId: string
  readonly address: Address
  readonly rule: string | null
  readonly figures: Cells
  readonly compared: string
  readonly partnerId: string | null
  readonly raisedBy: string
  readonly decidedAt: Date
}

/** Keeps what is asked; of what has been asked before for the same figures, or sent twice, nothing. The ids of the new. */
export async function insertQueries(
  tx: Tx,
  asked: readonly NewQuery[],
  said:
    | { readonly state: 'asked'; readonly questions: readonly string[] }
    | { readonly state: 'dismissed'; readonly why: string },
): Promise<ReadonlySet<string>> {
  if (asked.length === 0) return new Set()
  const rows = await tx
    .insertInto('queries')
    .values(
      asked.map((query, at) => ({
        ...query,
        figures: JSON.stringify(query.figures),
        state: said.state,
        ...(said.state === 'asked'
          ? { question: said.questions[at] ?? null, askedAt: query.decidedAt }
          : {
              endedHow: 'dismissed' as const,
              endedWhy: said.why,
              endedBy: query.raisedBy,
              endedAt: query.decidedAt,
            }),
      })),
    )
    .onConflict((already) => already.doNothing())
    .returning('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The employer's answer. */
export async function setQueryAnswer(
  tx: Tx,
  id: string,
  given: { readonly answer: string; readonly answeredBy: string; readonly answeredAt: Date },
): Promise<void> {
  await tx
    .updateTable('queries')
    .set({ ...given, state: 'answered', correctingAt: null })
    .where('id', '=', id)
    .execute()
}

/** Since when it is being corrected. */
export async function setCorrecting(tx: Tx, id: string, correctingAt: Date): Promise<void> {
  await tx.updateTable('queries').set({ correctingAt }).where('id', '=', id).execute()
}

/** Asks once more, in other words. */
export async function setAskedAgain(tx: Tx, id: string, question: string, askedAt: Date): Promise<void> {
  await tx
    .updateTable('queries')
    .set({ question, askedAt, state: 'asked', answer: null, answeredBy: null, answeredAt: null })
    .where('id', '=', id)
    .execute()
}

/** How it came to an end. */
export async function setEnded(
  tx: Tx,
  id: string,
  ended: {
    readonly endedHow: EndedHow
    readonly endedWhy: string | null
    readonly endedBy: string
    readonly endedAt: Date
  },
): Promise<void> {
  const state = ended.endedHow === 'dismissed' ? 'dismissed' : 'settled'
  await tx
    .updateTable('queries')
    .set({ ...ended, state })
    .where('id', '=', id)
    .execute()
}
