import { sql } from 'kysely'
import type { Via } from '../domain/returns/via'
import type { Address, Cells } from '../domain/survey/cells'
import type { ChangeSince } from '../domain/survey/conflicts'
import type { Changes } from '../domain/survey/readSection'
import { prepared } from './prepared'
import type { Reader, Tx } from './transaction'

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

export interface CellsChanged {
  readonly returnId: string
  readonly changes: Changes
  /** What stood there before. */
  readonly kept: Cells
  readonly version: number
  readonly personId: string
  readonly via: Via
  /** Changes that came by another route. */
  readonly viaAt: Readonly<Record<Address, Via>>
  readonly decidedAt: Date
}

interface ChangeRows extends Omit<CellsChanged, 'changes' | 'kept' | 'via' | 'viaAt'> {
  readonly addresses: readonly Address[]
  readonly was: readonly (string | null)[]
  readonly became: readonly (string | null)[]
  readonly via: readonly Via[]
}

const writeRows = prepared('change_cells', (tx: Tx, given: ChangeRows) => ({
  compile: () =>
    sql`
    with change as (
      select * from unnest(${given.addresses}::text[], ${given.was}::text[], ${given.became}::text[], ${given.via}::text[])
        as change (address, was, became, via)
    ), kept as (
      insert into cells (return_id, address, cell, version, decided_at)
      select ${given.returnId}, address, became::jsonb, ${given.version}, ${given.decidedAt} from change where became is not null
      on conflict (return_id, address) do update
        set cell = excluded.cell, version = excluded.version, decided_at = excluded.decided_at
    ), rubbed_out as (
      delete from cells using change
      where cells.return_id = ${given.returnId} and cells.address = change.address and change.became is null
    )
    insert into cell_changes (return_id, address, was, became, version, person_id, via, decided_at)
    select ${given.returnId}, address, was::jsonb, became::jsonb, ${given.version}, ${given.personId}, via, ${given.decidedAt}
    from change`.compile(tx),
}))

/** Writes and rubs out only what differs, and keeps every rubbing-out; one statement, however many cells. */
export async function changeCells(tx: Tx, { changes, kept, viaAt, ...on }: CellsChanged): Promise<void> {
  const addresses = Object.keys(changes)
  await writeRows(tx, {
    ...on,
    addresses,
    was: addresses.map((address) => written(kept[address] ?? null)),
    became: addresses.map((address) => written(changes[address] ?? null)),
    via: addresses.map((address) => viaAt[address] ?? on.via),
  })
}

const written = (cell: object | null): string | null => (cell === null ? null : JSON.stringify(cell))

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
