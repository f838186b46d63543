import { sql } from 'kysely'
import type { Reader, Tx } from './transaction'

export interface FoundCollection {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly opensAt: Date
  /** The first moment that is too late. */
  readonly cutoffAt: Date
  /** The product's time when this was read. */
  readonly now: Date
}

const collections = (db: Reader) =>
  db.selectFrom('collections').select(['id', 'code', 'title', 'opensAt', 'cutoffAt', sql<Date>`app_now()`.as('now')])

/** A collection by its code, with the time it is. */
export const findCollection = (db: Reader, code: string): Promise<FoundCollection | undefined> =>
  collections(db).where('code', '=', code).executeTakeFirst()

/** Every collection, the one that opened last first. */
export const latestCollections = (db: Reader): Promise<FoundCollection[]> =>
  collections(db).orderBy('opensAt', 'desc').orderBy('code').execute()

/** Lets nobody else change a collection until the transaction ends, and only then reads it and asks the time. */
export async function lockCollection(tx: Tx, code: string): Promise<FoundCollection | undefined> {
  await tx.selectFrom('collections').select('id').where('code', '=', code).forUpdate().execute()
  return findCollection(tx, code)
}

/** Moves the opening and the close of a collection. */
export async function setDates(
  tx: Tx,
  id: string,
  { opensAt, cutoffAt }: { readonly opensAt: Date; readonly cutoffAt: Date },
): Promise<void> {
  await tx.updateTable('collections').set({ opensAt, cutoffAt }).where('id', '=', id).execute()
}

/** Whom a moved close would touch. */
export interface Touched {
  /** Returns still to be submitted. */
  readonly outstanding: number
  /** Those of them with more time of their own. */
  readonly withOwnTime: number
  /** Returns whose submission stands. */
  readonly standing: number
}

const outstanding = sql`standing_submission_id is null
  and status in ('not_started', 'in_progress', 'awaiting_signature', 'reopened')`

/** How many returns a moved close would touch, counted now. */
export const touchedByClose = (db: Reader, collectionId: string): Promise<Touched> =>
  db
    .selectFrom('returns')
    .select([
      sql<number>`(count(*) filter (where ${outstanding}))::int`.as('outstanding'),
      sql<number>`(count(*) filter (where ${outstanding} and exists (
        select from openings where openings.return_id = returns.id and until_at > app_now())))::int`.as('withOwnTime'),
      sql<number>`(count(*) filter (where standing_submission_id is not null))::int`.as('standing'),
    ])
    .where('collectionId', '=', collectionId)
    .executeTakeFirstOrThrow()
