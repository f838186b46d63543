import { sql } from 'kysely'
import type { ReturnStatus } from '../domain/returns/lifecycle'
import { prepared } from './prepared'
import type { Reader, Tx } from './transaction'

/** A process that has not been seen for so long has stopped. */
const stopped = sql<boolean>`seen_at < clock_timestamp() - interval '10 seconds'`

const demonstrationRow = prepared('demonstration', (db) =>
  db.selectFrom('demonstration').select(sql<Date>`app_now()`.as('now')),
)

/** What time it is in a demonstration; undefined in a database that is none. */
export const findDemonstration = async (db: Reader): Promise<{ readonly now: Date } | undefined> =>
  (await demonstrationRow(db, {}))[0]

/** The same, as seen from outside: while no process runs, the clock stands still. */
export const findClock = (db: Reader): Promise<{ readonly now: Date; readonly stands: boolean } | undefined> =>
  db
    .selectFrom('demonstration')
    .select([
      sql<Date>`clock_offset + case when ${stopped} then seen_at else clock_timestamp() end`.as('now'),
      stopped.as('stands'),
    ])
    .executeTakeFirst()

/** Whether this database is a demonstration, whose clock can be set. */
export const isDemonstration = async (db: Reader): Promise<boolean> => (await findDemonstration(db)) !== undefined

/** How the return stands that each employer was asked for last, by the addresses of its people. */
export async function latestStandings(db: Reader): Promise<ReadonlyMap<string, ReturnStatus>> {
  const rows = await db
    .selectFrom('people')
    .innerJoin('memberships', 'memberships.personId', 'people.id')
    .innerJoin('returns', 'returns.organisationId', 'memberships.organisationId')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .distinctOn('people.email')
    .select(['people.email', 'returns.status'])
    .orderBy('people.email')
    .orderBy('collections.opensAt', 'desc')
    .orderBy('collections.code')
    .execute()
  return new Map(rows.map(({ email, status }) => [email, status]))
}

/** Makes it this moment from now on, and says whether this is a demonstration, where alone that can be done. */
export async function moveClock(tx: Tx, to: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('demonstration')
    .set({ clockOffset: sql<string>`${to}::timestamptz - clock_timestamp()`, seenAt: sql<Date>`clock_timestamp()` })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The clock goes on from where it stood when the last process was seen, unless another is still running. */
export async function resumeClock(tx: Tx): Promise<void> {
  await tx
    .updateTable('demonstration')
    .set({
      clockOffset: sql<string>`clock_offset - (clock_timestamp() - seen_at)`,
      seenAt: sql<Date>`clock_timestamp()`,
    })
    .where(stopped)
    .execute()
}

/** A process runs, and with it the clock. */
export async function touchClock(tx: Tx): Promise<void> {
  await tx
    .updateTable('demonstration')
    .set({ seenAt: sql<Date>`clock_timestamp()` })
    .execute()
}
