import { sql } from 'kysely'
import type { Via } from '../domain/returns/via'
import type { Address, Cells } from '../domain/survey/cells'
import type { ChangeSince } from '../domain/survey/conflicts'
import { prepared } from './prepared'
import type { Reader } from './transaction'

const cellRows = prepared('cells', (db, { returnId }: { readonly returnId: string }) =>
  db.selectFrom('cells').select(['address', 'cell']).where('returnId', '=', returnId),
)

/** All that has been typed into the return that a statement finds, as one value of it. */
export const cellsInJson = sql<Cells>`(
  select coalesce(jsonb_object_agg(address, cell), '{}') from cells where cells.return_id = returns.id)`

/** All that has been typed into a return so far. */
export async function cellsOf(db: Reader, returnId: string): Promise<Cells> {
  const rows = await cellRows(db, { returnId })
  return Object.fromEntries(rows.map(({ address, cell }) => [address, cell]))
}

/** What has been changed since a version, cell by cell: what stood there then, and who changed it last. */
export async function changesSince(db: Reader, returnId: string, version: number): Promise<ChangeSince[]> {
  const first = db
    .selectFrom('cellChanges')
    .select(['address', 'was'])
    .where('returnId', '=', returnId)
    .where('version', '>', version)
    .distinctOn('address')
    .orderBy('address')
    .orderBy('id')
  const rows = await db
    .selectFrom('cellChanges')
    .innerJoin(first.as('first'), 'first.address', 'cellChanges.address')
    .leftJoin('people', 'people.id', 'cellChanges.personId')
    .select(['cellChanges.address', 'first.was', 'people.name', 'cellChanges.decidedAt'])
    .where('returnId', '=', returnId)
    .where('version', '>', version)
    .distinctOn('cellChanges.address')
    .orderBy('cellChanges.address')
    .orderBy('cellChanges.id', 'desc')
    .execute()
  return rows.map(({ address, was, name, decidedAt }) => ({ address, was, by: name ?? 'Somebody', at: decidedAt }))
}

/** One change of one cell, as history tells it. */
export interface CellChange {
  readonly id: number
  readonly address: Address
  readonly was: Cells[string] | null
  readonly became: Cells[string] | null
  readonly by: string | null
  readonly via: Via
  readonly decidedAt: Date
}

/** The changes of a return's cells, the latest first; of one cell where it is named. */
export async function cellChangesOf(
  db: Reader,
  returnId: string,
  { address, before, limit }: { readonly address?: string; readonly before?: number; readonly limit: number },
): Promise<CellChange[]> {
  let query = db
    .selectFrom('cellChanges')
    .leftJoin('people', 'people.id', 'cellChanges.personId')
    .select(['cellChanges.id', 'address', 'was', 'became', 'people.name as by', 'via', 'decidedAt'])
    .where('returnId', '=', returnId)
    .orderBy('cellChanges.id', 'desc')
    .limit(limit)
  if (address !== undefined) query = query.where('address', '=', address)
  if (before !== undefined) query = query.where('cellChanges.id', '<', before)
  return query.execute()
}
