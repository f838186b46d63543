import { sql } from 'kysely'
import type { ResponseDay } from '../domain/chasing/curve'
import type { Reader } from './transaction'

/** When a response that counts now came: its first submission since one was taken back; with whom it is covered, then. */
const answeredAt = sql<Date>`case when returns.status = 'covered' then (
    select max(decided_at) from return_events where return_id = returns.id and kind = 'covered')
  else (
    select min(decided_at) from submissions where submissions.return_id = returns.id and decided_at > coalesce((
      select max(decided_at) from return_events where return_id = returns.id and kind = 'withdrawn'), '-infinity')) end`

/** How many of the responses to a collection came on which London day. */
export const responseDays = (db: Reader, collectionId: string): Promise<ResponseDay[]> =>
  db
    .selectFrom(
      db
        .selectFrom('returns')
        .select(sql<string>`(${answeredAt} at time zone 'Europe/London')::date`.as('day'))
        .where('returns.collectionId', '=', collectionId)
        .where((is) =>
          is.or([is('standingSubmissionId', 'is not', null), is('status', 'in', ['submitted', 'nil', 'covered'])]),
        )
        .as('answered'),
    )
    .select(['day', sql<number>`count(*)::int`.as('count')])
    .where('day', 'is not', null)
    .groupBy('day')
    .orderBy('day')
    .execute()
