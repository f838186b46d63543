import { at, room, shift, tableauOf, turn, type Knowledge, type Tableau } from './tableau'

export interface Extreme {
  /** How far the sum gets. */
  readonly reached: number
  /** How far each unknown has gone then. */
  readonly unknowns: readonly number[]
  /** What keeps it from going further: it would, if this could grow, or shrink. */
  readonly heldBy: readonly { readonly unknown?: number; readonly sum?: number; readonly way: 1 | -1 }[]
}

const nearlyNothing = 1e-9

/** More steps than any table takes: rather no release than one that was not looked at. */
const steps = 100_000

/**
 * How far up (1) or down (-1) a sum of unknowns may be from the truth for all that is known, or further than is enough:
 * linear programming by the simplex method with bounds, from the truth on. What gains most moves first; after a step that
 * led nowhere, whatever gains and comes first (Bland), so that it never goes in circles.
 */
export function extreme(knowledge: Knowledge, sum: readonly number[], way: 1 | -1, enough: number): Extreme {
  const tableau = tableauOf(knowledge, sum, way)
  let isStuck = false
  for (let step = 0; step < steps; step++) {
    const column = entering(tableau, isStuck)
    if (column < 0 || tableau.reached >= enough) return extremeOf(tableau, knowledge)
    isStuck = move(tableau, column) < nearlyNothing
  }
  throw new Error('A table could not be attacked to the end, so nothing is told of it')
}

/** The column of something that gains by moving; -1 when nothing does. */
function entering(tableau: Tableau, isFirst: boolean): number {
  let [found, best] = [-1, 0]
  for (const [column, name] of tableau.outside.entries()) {
    const gain = at(tableau.gains, column)
    const isGain = Math.abs(gain) > nearlyNothing && room(tableau, name, gain) > nearlyNothing
    const worth = isFirst ? -name : Math.abs(gain)
    if (isGain && (found < 0 || worth > best)) [found, best] = [column, worth]
  }
  return found
}

/** Moves what is in a column as far as it and all that it tells may go; how far that was. */
function move(tableau: Tableau, column: number): number {
  const way = Math.sign(at(tableau.gains, column))
  const { length, row } = nearestBound(tableau, column, way)
  tableau.reached += shift(tableau, column, way * length)
  if (row >= 0) turn(tableau, row, column)
  return length
}

/** How far until something is at its bound, and in which row: -1 if it is what moves. Among equals the first by name. */
function nearestBound(tableau: Tableau, column: number, way: number): { length: number; row: number } {
  let nearest = { length: room(tableau, at(tableau.outside, column), way), row: -1, name: -1 }
  for (const [row, weights] of tableau.rows.entries()) {
    const rate = way * at(weights, column)
    if (Math.abs(rate) <= nearlyNothing) continue
    const name = at(tableau.inside, row)
    const length = room(tableau, name, rate) / Math.abs(rate)
    const isAsNear = length < nearest.length + nearlyNothing && name < nearest.name
    if (length < nearest.length - nearlyNothing || isAsNear) nearest = { length, row, name }
  }
  return nearest
}

function extremeOf({ outside, gains, values, reached }: Tableau, { unknowns }: Knowledge): Extreme {
  return {
    reached,
    unknowns: unknowns.map((_, unknown) => at(values, unknown)),
    heldBy: outside.flatMap((name, column) => {
      const gain = at(gains, column)
      if (Math.abs(gain) <= nearlyNothing) return []
      const way = gain > 0 ? 1 : -1
      return [name < unknowns.length ? { unknown: name, way } : { sum: name - unknowns.length, way }]
    }),
  }
}
