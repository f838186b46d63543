import type { Cell, Cells } from '../survey/cells'
import { partnerLists, type Claim, type Side } from './pair'

const sides: readonly Side[] = ['host', 'employer']

/** What one submission says of partners, entry by entry. */
export const claimsIn = (by: string, cells: Cells): Claim[] =>
  Object.entries(cells).flatMap(([address, cell]) => {
    const side = sides.find((each) => address.startsWith(`${partnerLists[each]}.`))
    if (!side || !address.endsWith('.org') || cell.state !== 'value' || typeof cell.value !== 'string') return []
    const stem = address.slice(0, -'.org'.length)
    return [
      { side, by, about: cell.value, stem, people: figureIn(cells[`${stem}.hc`]), wte: figureIn(cells[`${stem}.wte`]) },
    ]
  })

const figureIn = (cell: Cell | undefined): number | undefined =>
  cell?.state === 'value' && typeof cell.value === 'number' ? cell.value : undefined
