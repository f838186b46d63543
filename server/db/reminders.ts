import { sql } from 'kysely'
import { usualSchedule, type ChasedReturn } from '../domain/chasing/reminders'
import type { Opening } from '../domain/collections/opening'
import type { Reader } from './transaction'

/** A return that may be due a reminder, and what a letter says of it. */
export interface RemindableReturn extends Omit<ChasedReturn, 'sections'> {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly collection: { readonly code: string; readonly title: string }
}

/** Every return of the collections that are open to anybody now; or of one collection, open or not. */
export async function remindableReturns(db: Reader, now: Date, collectionId?: string): Promise<RemindableReturn[]> {
  const all = db
    .selectFrom('returns')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .leftJoin('submissions as standing', 'standing.id', 'returns.standingSubmissionId')
    .leftJoin('reminderSchedules', 'reminderSchedules.collectionId', 'collections.id')
    .select([
      'returns.id',
      'returns.status',
      'returns.firstOpenedAt',
      'reminderSchedules.days',
      'organisations.id as organisationId',
      'organisations.name as organisationName',
      'collections.code',
      'collections.title',
      'collections.opensAt',
      'collections.cutoffAt',
      'standing.decidedAt as standingSince',
      takenBackAt.as('takenBackAt'),
    ])
    .orderBy('organisations.name')
    .orderBy('returns.id')
  const rows = await (
    collectionId === undefined
      ? all
          .where('collections.opensAt', '<=', now)
          .where((is) => is.or([is('collections.cutoffAt', '>', now), is('returns.id', 'in', stillOpened(db, now))]))
      : all.where('returns.collectionId', '=', collectionId)
  ).execute()
  const openings = await openingsByReturn(db)
  return rows.map((row) => ({
    id: row.id,
    status: row.status,
    firstOpenedAt: row.firstOpenedAt,
    takenBackAt: row.takenBackAt,
    schedule: row.days ?? usualSchedule,
    organisation: { id: row.organisationId, name: row.organisationName },
    collection: { code: row.code, title: row.title },
    openness: {
      opensAt: row.opensAt,
      cutoffAt: row.cutoffAt,
      standingSince: row.standingSince,
      openings: openings.get(row.id) ?? [],
    },
  }))
}

const takenBackAt = sql<Date | null>`(
  select max(decided_at) from return_events where return_events.return_id = returns.id and kind = 'withdrawn')`

const stillOpened = (db: Reader, now: Date) => db.selectFrom('openings').select('returnId').where('untilAt', '>', now)

/** More time and reopenings, by the return they were given to. */
export async function openingsByReturn(db: Reader): Promise<Map<string, Opening[]>> {
  const rows = await db
    .selectFrom('openings')
    .select(['returnId', 'kind', 'untilAt', 'reason', 'sections', 'decidedAt'])
    .orderBy('decidedAt')
    .execute()
  const byReturn = new Map<string, Opening[]>()
  for (const { returnId, ...opening } of rows) byReturn.set(returnId, [...(byReturn.get(returnId) ?? []), opening])
  return byReturn
}

/** The causes of all reminders ever written about these returns. */
export async function reminderCauses(db: Reader, returnIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('post')
    .select('cause')
    .where(sql<boolean>`return_id = any(${returnIds}::uuid[])`)
    .where('kind', 'in', ['reminder', 'signature_reminder'])
    .execute()
  return rows.map(({ cause }) => cause)
}

/** How many reminders about a collection were written for each London day, whatever became of them. */
export async function remindersByDay(db: Reader, collectionId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('post')
    .innerJoin('returns', 'returns.id', 'post.returnId')
    .select(['post.toldOn', sql<number>`count(*)::int`.as('count')])
    .where('returns.collectionId', '=', collectionId)
    .where('post.kind', 'in', ['reminder', 'signature_reminder'])
    .groupBy('post.toldOn')
    .execute()
  return new Map(rows.flatMap(({ toldOn, count }) => (toldOn === null ? [] : [[toldOn, count]])))
}
