import type { Cells } from '../../domain/survey/cells'
import { valueCell } from '../../domain/survey/cells'
import { socialWork } from '../collection'
import { joined } from '../answers/cellsSaid'
import { thornmereSoFar } from './thornmere'
import type { Diary } from './diary'
import { bySection } from './plannedSaves'

/** The first part of some cells. */
const firstOf = (cells: Cells, share: number): Cells => {
  const all = Object.entries(cells)
  return Object.fromEntries(all.slice(0, Math.ceil(all.length * share)))
}

/** A total that is one person short, as happens when a row is forgotten. */
function oneShort(cells: Cells): Cells {
  const found = Object.entries(cells).find(
    ([address, cell]) => address.startsWith('demo_gender.') && cell.state === 'value' && Number(cell.value) > 1,
  )
  if (!found) return cells
  const [address, cell] = found
  return { ...cells, [address]: cell.state === 'value' ? valueCell(Number(cell.value) - 1) : cell }
}

/** So much of a return as has been filled in: whole sections in order, then part of the next. */
export function soFar(cells: Cells, filled: number, { employer, shown, chance }: Diary): Cells {
  if (filled === 1) return cells
  if (shown === socialWork && employer.code === 'T80') return thornmereSoFar(cells)
  const sections = [...bySection(cells, shown.definition).values()]
  const done = filled * sections.length
  const whole = sections.slice(0, Math.floor(done))
  const part = firstOf(sections[Math.floor(done)] ?? {}, done % 1)
  const kept = joined([...whole, part])
  return chance.happens(0.15) ? oneShort(kept) : kept
}
