import { sql } from 'kysely'
import type { ResponseDay } from '../domain/chasing/curve'
import type { Reader } from './transaction'

const londonDay = sql<string>`(answered.at at time zone 'Europe/London')::date`

/** When each response that counts now came: with its first submission since one was taken back. */
const answers = (db: Reader, collectionId: string) =>
  db
    .selectFrom('returns')
    .innerJoin('submissions', 'submissions.returnId', 'returns.id')
    .leftJoin(
      (from) =>
        from
          .selectFrom('returnEvents')
          .select(['returnId', ({ fn }) => fn.max('decidedAt').as('at')])
          .where('kind', '=', 'withdrawn')
          .groupBy('returnId')
          .as('taken'),
      (on) => on.onRef('taken.returnId', '=', 'returns.id'),
    )
    .select(({ fn }) => fn.min('submissions.decidedAt').as('at'))
    .where('returns.collectionId', '=', collectionId)
    .where('returns.standingSubmissionId', 'is not', null)
    .where(sql<boolean>`submissions.decided_at > coalesce(taken.at, '-infinity')`)
    .groupBy('returns.id')

/** Of a return that another covers: since when it does. */
const covered = (db: Reader, collectionId: string) =>
  db
    .selectFrom('returns')
    .innerJoin('returnEvents', 'returnEvents.returnId', 'returns.id')
    .select(({ fn }) => fn.max('returnEvents.decidedAt').as('at'))
    .where('returns.collectionId', '=', collectionId)
    .where('returns.status', '=', 'covered')
    .where('returnEvents.kind', '=', 'covered')
    .groupBy('returns.id')

/** How many of the responses to a collection came on which London day. */
export const responseDays = (db: Reader, collectionId: string): Promise<ResponseDay[]> =>
  db
    .selectFrom(answers(db, collectionId).unionAll(covered(db, collectionId)).as('answered'))
    .select([londonDay.as('day'), sql<number>`count(*)::int`.as('count')])
    .groupBy(londonDay)
    .orderBy('day')
    .execute()
