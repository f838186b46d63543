import { sql } from 'kysely'
import type { Typed } from '../domain/survey/readSection'
import type { Reader, Tx } from './transaction'

/** What an employer asks for: more time, or to correct something; with what was typed too late. */
export interface OpeningRequest {
  readonly id: string
  readonly returnId: string
  readonly reason: string
  readonly untilDay: string | null
  readonly typed: Typed
  /** The return's version when that was typed. */
  readonly version: number
  readonly askedById: string
  readonly by: string
  readonly decidedAt: Date
  readonly answer: 'granted' | 'refused' | null
  readonly answerReason: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
  /** When what was typed too late was put in, by whom, and at which addresses. */
  readonly usedAt: Date | null
  readonly usedBy: string | null
  readonly putIn: readonly string[] | null
}

/** Requests of any return, with the words for who asked, answered and put in. */
export const openingRequests = (db: Reader) =>
  db
    .selectFrom('openingRequests')
    .innerJoin('people', 'people.id', 'openingRequests.askedBy')
    .leftJoin('people as answerer', 'answerer.id', 'openingRequests.answeredBy')
    .leftJoin('people as user', 'user.id', 'openingRequests.usedBy')
    .select([
      'openingRequests.id',
      'openingRequests.returnId',
      'openingRequests.reason',
      'untilDay',
      'typed',
      'openingRequests.version',
      'people.id as askedById',
      'people.name as by',
      'openingRequests.decidedAt',
      'answer',
      'answerReason',
      'answerer.name as answeredBy',
      'answeredAt',
      'usedAt',
      'user.name as usedBy',
      'putIn',
    ])

/** What has been asked for one return, the latest first. */
export const openingRequestsOf = (db: Reader, returnId: string): Promise<OpeningRequest[]> =>
  openingRequests(db)
    .where('openingRequests.returnId', '=', returnId)
    .orderBy('openingRequests.decidedAt', 'desc')
    .orderBy('openingRequests.id')
    .execute()

/** One request, whoever may see its return. */
export const findOpeningRequest = (db: Reader, id: string): Promise<OpeningRequest | undefined> =>
  openingRequests(db)
    .where(sql<string>`opening_requests.id::text`, '=', id)
    .executeTakeFirst()

/** Keeps what an employer asked for. */
export async function insertOpeningRequest(
  tx: Tx,
  request: {
    readonly returnId: string
    readonly reason: string
    readonly untilDay: string | null
    readonly typed: Typed
    readonly version: number
    readonly askedBy: string
    readonly decidedAt: Date
  },
): Promise<void> {
  await tx
    .insertInto('openingRequests')
    .values({ ...request, typed: JSON.stringify(request.typed) })
    .execute()
}

/** What the network answers. */
export async function setRequestAnswer(
  tx: Tx,
  id: string,
  given: {
    readonly answer: 'granted' | 'refused'
    readonly answerReason: string
    readonly answeredBy: string
    readonly answeredAt: Date
    /** Where it was granted. */
    readonly openingId: string | null
  },
): Promise<void> {
  await tx.updateTable('openingRequests').set(given).where('id', '=', id).execute()
}

/** What was typed too late has been put in: once. */
export async function setRequestUsed(
  tx: Tx,
  id: string,
  used: { readonly usedAt: Date; readonly usedBy: string; readonly putIn: readonly string[] },
): Promise<void> {
  await tx
    .updateTable('openingRequests')
    .set({ ...used, putIn: [...used.putIn] })
    .where('id', '=', id)
    .execute()
}
