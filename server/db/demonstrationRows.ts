import { sql, type InsertObject } from 'kysely'
import type { Via } from '../domain/returns/via'
import type { Cell } from '../domain/survey/cells'
import type { Database } from './schema'
import type { Reader, Tx } from './transaction'

/** Whether the register already holds employers: then no demonstration may be loaded. */
export const hasOrganisations = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom('organisations').select('id').limit(1).executeTakeFirst()) !== undefined

/** Makes this database a demonstration, in which it is now this moment, and the clock runs on from there. */
export async function beginDemonstration(tx: Tx, at: Date): Promise<void> {
  await sql`insert into demonstration (clock_offset) values (${at}::timestamptz - clock_timestamp())`.execute(tx)
}

/** So many rows to a statement that none of them has too many parameters. */
const AT_ONCE = 1_000

/** Writes many rows of one table. */
export async function insertRows<T extends keyof Database>(
  tx: Tx,
  table: T,
  rows: readonly InsertObject<Database, T>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + AT_ONCE))
      .execute()
  }
}

/** One change of one cell, by its return. */
export interface ChangeRow {
  readonly returnId: string
  readonly address: string
  readonly was: Cell | null
  readonly became: Cell | null
  readonly version: number
  readonly personId: string
  readonly via: Via
  readonly decidedAt: Date
}

const written = (cell: Cell | null): string | null => (cell === null ? null : JSON.stringify(cell))

/**
 * Writes many changes of cells, in order, and what they leave behind as the cells of their returns. All changes of one
 * return must come together.
 */
export async function insertChanges(tx: Tx, changes: readonly ChangeRow[]): Promise<void> {
  if (changes.length === 0) return
  const column = <T>(of: (change: ChangeRow) => T): T[] => changes.map(of)
  await sql`
    with change as materialized (
      select * from unnest(
        ${column(({ returnId }) => returnId)}::uuid[], ${column(({ address }) => address)}::text[],
        ${column(({ was }) => written(was))}::jsonb[], ${column(({ became }) => written(became))}::jsonb[],
        ${column(({ version }) => version)}::integer[], ${column(({ personId }) => personId)}::uuid[],
        ${column(({ via }) => via)}::text[], ${column(({ decidedAt }) => decidedAt)}::timestamptz[]
      ) with ordinality as change (return_id, address, was, became, version, person_id, via, decided_at, at)
    ), kept as (
      insert into cells (return_id, address, cell, version, decided_at)
      select return_id, address, became, version, decided_at from (
        select distinct on (return_id, address) * from change order by return_id, address, at desc
      ) last where became is not null
    )
    insert into cell_changes (return_id, address, was, became, version, person_id, via, decided_at)
    select return_id, address, was, became, version, person_id, via, decided_at from change order by at`.execute(tx)
}

/** Lets a submission stand for each of these returns. */
export async function letStand(tx: Tx, standing: ReadonlyMap<string, string>): Promise<void> {
  await sql`
    update returns set standing_submission_id = standing.submission_id
    from unnest(${[...standing.keys()]}::uuid[], ${[...standing.values()]}::uuid[]) as standing (return_id, submission_id)
    where returns.id = standing.return_id`.execute(tx)
}

/** Says of letters to many how many they are, once they have been written. */
export async function countLetters(tx: Tx): Promise<void> {
  await sql`
    update campaigns set letters = (select count(*) from post where post.campaign_id = campaigns.id)`.execute(tx)
}
