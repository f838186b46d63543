import { sameCell, type Address, type Cell, type Cells } from './cells'
import type { Changes } from './readSection'

/** A change made by somebody else since a page was drawn. */
export interface ChangeSince {
  readonly address: Address
  /** What stood there when the page was drawn. */
  readonly was: Cell | null
  readonly by: string
  readonly at: Date
}

/** The same cell, changed since the page was drawn, to another value: neither may be lost without asking. */
export interface Conflict {
  readonly address: Address
  readonly mine: Cell | null
  readonly theirs: Cell | null
  readonly by: string
  readonly at: Date
}

export interface Merged {
  /** What is mine alone to change. */
  readonly changes: Changes
  readonly conflicts: readonly Conflict[]
}

/**
 * Merges what one page would change with what others have changed since it was drawn. A cell the page sends back as it
 * was drawn has not been changed by it, so theirs stands.
 */
export function mergeChanges(mine: Changes, since: readonly ChangeSince[], kept: Cells): Merged {
  const changedSince = new Map(since.map((change) => [change.address, change]))
  const changes: Record<Address, Cell | null> = {}
  const conflicts: Conflict[] = []
  for (const [address, cell] of Object.entries(mine)) {
    const other = changedSince.get(address)
    if (!other) changes[address] = cell
    else if (!sameCell(cell, other.was)) {
      conflicts.push({ address, mine: cell, theirs: kept[address] ?? null, by: other.by, at: other.at })
    }
  }
  return { changes, conflicts }
}
