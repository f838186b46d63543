import { sql } from 'kysely'
import { openingRequests, type OpeningRequest } from './openingRequests'
import type { Reader } from './transaction'

/** What employers ask for, unbounded by any organisation: for the network's people only. */
export interface QueuedRequest extends OpeningRequest {
  readonly organisation: string
  readonly collection: string
}

const queued = (db: Reader) =>
  openingRequests(db)
    .innerJoin('returns', 'returns.id', 'openingRequests.returnId')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select(['organisations.name as organisation', 'collections.code as collection'])

/** What waits for an answer first, the longest wait at the top; then what has been answered, the latest first. */
export const requestQueue = (
  db: Reader,
  collectionId: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<QueuedRequest[]> =>
  queued(db)
    .where('returns.collectionId', '=', collectionId)
    .orderBy(sql`opening_requests.answer is not null`)
    .orderBy(sql`case when opening_requests.answer is null then opening_requests.decided_at end`)
    .orderBy('openingRequests.answeredAt', 'desc')
    .orderBy('openingRequests.id')
    .offset(offset)
    .limit(limit)
    .execute()

/** One request as the queue has it, whatever has become of it. */
export const findQueuedRequest = (db: Reader, id: string): Promise<QueuedRequest | undefined> =>
  queued(db).where('openingRequests.id', '=', id).executeTakeFirst()

/** How many requests a collection has, and how many of them wait for an answer. */
export const requestCounts = (db: Reader, collectionId: string): Promise<{ all: number; waiting: number }> =>
  db
    .selectFrom('openingRequests')
    .innerJoin('returns', 'returns.id', 'openingRequests.returnId')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      sql<number>`(count(*) filter (where answer is null))::int`.as('waiting'),
    ])
    .where('returns.collectionId', '=', collectionId)
    .executeTakeFirstOrThrow()
