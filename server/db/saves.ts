import { sql } from 'kysely'
import type { ReturnStatus } from '../domain/returns/lifecycle'
import type { Via } from '../domain/returns/via'
import type { Address, Cells } from '../domain/survey/cells'
import type { Changes } from '../domain/survey/readSection'
import type { FoundReturn } from './foundReturn'
import { prepared } from './prepared'
import type { Tx } from './transaction'

/** One save of one return. */
export interface Save extends Pick<FoundReturn, 'progress' | 'entries'> {
  readonly returnId: string
  readonly changes: Changes
  /** What stood there before. */
  readonly kept: Cells
  readonly status: ReturnStatus
  readonly version: number
  readonly personId: string
  readonly via: Via
  /** Changes that came by another route. */
  readonly viaAt: Readonly<Record<Address, Via>>
  readonly decidedAt: Date
}

interface SaveRow extends Pick<Save, 'returnId' | 'status' | 'version' | 'personId' | 'decidedAt'> {
  readonly progress: string
  readonly entries: string
  readonly addresses: readonly Address[]
  readonly was: readonly (string | null)[]
  readonly became: readonly (string | null)[]
  readonly via: readonly Via[]
}

const saveRow = prepared('save', (tx: Tx, given: SaveRow) => ({
  compile: () =>
    sql`
    with change as (
      select * from unnest(${given.addresses}::text[], ${given.was}::text[], ${given.became}::text[], ${given.via}::text[])
        as change (address, was, became, via)
    ), written as (
      insert into cells (return_id, address, cell, version, decided_at)
      select ${given.returnId}, address, became::jsonb, ${given.version}, ${given.decidedAt} from change where became is not null
      on conflict (return_id, address) do update
        set cell = excluded.cell, version = excluded.version, decided_at = excluded.decided_at
    ), rubbed_out as (
      delete from cells using change
      where cells.return_id = ${given.returnId} and cells.address = change.address and change.became is null
    ), saved as (
      update returns
      set status = ${given.status}, version = ${given.version}, progress = ${given.progress}, entries = ${given.entries},
        last_saved_at = ${given.decidedAt}, last_saved_by = ${given.personId}
      where id = ${given.returnId}
    )
    insert into cell_changes (return_id, address, was, became, version, person_id, via, decided_at)
    select ${given.returnId}, address, was::jsonb, became::jsonb, ${given.version}, ${given.personId}, via, ${given.decidedAt}
    from change`.compile(tx),
}))

/**
 * Writes and rubs out only the cells that differ, keeps every rubbing-out, and keeps with the return what the save has made
 * of it: one statement, however many cells.
 */
export async function keepSave(tx: Tx, { changes, kept, viaAt, via, progress, entries, ...save }: Save): Promise<void> {
  const addresses = Object.keys(changes)
  await saveRow(tx, {
    ...save,
    progress: JSON.stringify(progress),
    entries: JSON.stringify(entries),
    addresses,
    was: addresses.map((address) => written(kept[address] ?? null)),
    became: addresses.map((address) => written(changes[address] ?? null)),
    via: addresses.map((address) => viaAt[address] ?? via),
  })
}

const written = (cell: object | null): string | null => (cell === null ? null : JSON.stringify(cell))
