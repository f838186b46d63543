import type { Actor, ReturnStatus } from '../domain/returns/lifecycle'
import type { Via } from '../domain/returns/via'
import type { Address } from '../domain/survey/cells'
import type { Changes } from '../domain/survey/readSection'
import type { Sheet } from '../domain/survey/sheet'
import { withChanges } from '../domain/survey/withChanges'
import type { FoundReturn } from './foundReturn'
import { shareChanges } from './shareChanges'
import { sheetOfReturn } from './sheetOfReturn'
import type { DefinitionOf, Draft } from './sisters'
import type { Tx } from './transaction'
import { writeChanges } from './writeChanges'

export interface ChangesToKeep {
  /** The return, locked. */
  readonly found: FoundReturn
  readonly definitionOf: DefinitionOf
  /** What was in it before. */
  readonly draft: Draft
  /** The return as it was laid out before the changes, where it was: all that is asked of others is asked once. */
  readonly before?: Sheet
  readonly changes: Changes
  readonly personId: string
  readonly by: Actor
  readonly via: Via
  /** Changes that came by another route than `via`. */
  readonly viaAt?: Readonly<Record<Address, Via>>
  /** The status that follows from a change. */
  readonly status: ReturnStatus
}

/**
 * Keeps the changes of one save, with what the return begins with if nobody had begun it, and lets the organisation's
 * other returns follow. Without changes nothing is written.
 */
export async function keepChanges(tx: Tx, keep: ChangesToKeep): Promise<{ version: number; sheet: Sheet }> {
  const { found, definitionOf, draft } = keep
  const definition = definitionOf(found.collection.code)
  const changes = changesIn(keep)
  if (Object.keys(changes).length === 0) {
    const cells = withChanges(draft.cells, keep.changes)
    return { version: found.version, sheet: await sheetOfReturn(tx, found, definition, cells) }
  }
  const taken = Object.keys(draft.beginning).filter((address) => !(address in keep.changes))
  const viaAt = { ...keep.viaAt, ...Object.fromEntries(taken.map((address) => [address, 'shared' as const])) }
  const written = await writeChanges(tx, { ...keep, definition, kept: draft.kept, changes, viaAt })
  await shareChanges(tx, keep)
  return written
}

/** All that is to be written: what was changed, and the rest of what the return begins with. */
function changesIn({ changes, draft: { kept, beginning } }: ChangesToKeep): Changes {
  const all = Object.entries({ ...beginning, ...changes })
  return Object.fromEntries(all.filter(([address, cell]) => cell !== null || address in kept))
}
