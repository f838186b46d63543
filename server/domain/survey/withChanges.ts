import type { Cell, Cells } from './cells'
import type { Changes } from './readSection'

/** What stands once the changes have been made: written, rubbed out, the rest as it was. */
export const withChanges = (cells: Cells, changes: Changes): Cells =>
  Object.fromEntries(
    Object.entries<Cell | null>({ ...cells, ...changes }).filter((entry): entry is [string, Cell] => entry[1] !== null),
  )
