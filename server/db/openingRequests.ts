import type { Typed } from '../domain/survey/readSection'
import type { Reader, Tx } from './transaction'

/** What an employer asks for: more time, or to correct something; with what was typed too late. */
export interface OpeningRequest {
  readonly id: string
  readonly reason: string
  readonly untilDay: string | null
  readonly typed: Typed
  readonly by: string
  readonly decidedAt: Date
  readonly answer: 'granted' | 'refused' | null
  readonly answerReason: string | null
}

export async function insertOpeningRequest(
  tx: Tx,
  request: {
    readonly returnId: string
    readonly reason: string
    readonly untilDay: string | null
    readonly typed: Typed
    readonly askedBy: string
    readonly decidedAt: Date
  },
): Promise<void> {
  await tx
    .insertInto('openingRequests')
    .values({ ...request, typed: JSON.stringify(request.typed) })
    .execute()
}

/** What has been asked for one return, the latest first. */
export const openingRequestsOf = (db: Reader, returnId: string): Promise<OpeningRequest[]> =>
  db
    .selectFrom('openingRequests')
    .innerJoin('people', 'people.id', 'openingRequests.askedBy')
    .select([
      'openingRequests.id',
      'reason',
      'untilDay',
      'typed',
      'people.name as by',
      'decidedAt',
      'answer',
      'answerReason',
    ])
    .where('returnId', '=', returnId)
    .orderBy('decidedAt', 'desc')
    .execute()
