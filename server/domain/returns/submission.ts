import type { Cells } from '../survey/cells'

/** A soft rule that did not hold when the return was signed, as it was put and explained. */
export interface ExplainedRule {
  readonly rule: string
  readonly says: readonly string[]
  readonly explanation: string
}

/** What was said, in one writing whoever writes it: cells in the order of their addresses, keys in the order of theirs. */
export function canonicalCells(cells: Cells): string {
  return JSON.stringify(
    Object.entries(cells)
      .sort(byAddress)
      .map(([address, cell]) => [address, inOrder(cell)]),
  )
}

const byAddress = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

const inOrder = (cell: object): object => Object.fromEntries(Object.entries(cell).sort(byAddress))

/** What an employer quotes on the telephone: MHSW-2019-RT801-2. */
export const referenceOf = (collection: string, organisation: string, number: number): string =>
  `${collection}-${organisation}-${number}`.toUpperCase()
