import { inverse, multiplied, take } from './modular'
import { parameters } from './parameters'

/**
 * Everything that is known when the sums over some sets of submissions are. Those that are in the same of the sets cannot
 * be told apart: they are one atom, and whatever is known weighs all of an atom alike. The rows are reduced (Gauss and
 * Jordan): each has a pivot, an atom where it has 1 and all others 0. A pivot is large wherever its row has a large atom,
 * so that rows which speak of small atoms alone are there to be seen.
 */
export interface Sums {
  readonly atomOf: Int32Array
  readonly sizes: readonly number[]
  readonly rows: readonly Row[]
}

interface Row {
  /** One weight for each atom. */
  readonly weights: readonly number[]
  readonly pivot: number
}

/** Of so many submissions nothing is known yet. */
export const nothingKnown = (submissions: number): Sums => ({
  atomOf: new Int32Array(submissions),
  sizes: [submissions],
  rows: [],
})

/** An atom of so many submissions keeps their secrets. */
const isLarge = (size = 0): boolean => size >= parameters.organisations

/** Rows that speak of small atoms alone. */
export const smallRows = ({ rows, sizes }: Sums): Row[] => rows.filter(({ pivot }) => !isLarge(sizes[pivot]))

/** What is known when the sum over one more set is. */
export function knowing(sums: Sums, members: readonly number[]): Sums {
  const { atomOf, sizes, parts } = cutBy(sums, members)
  const rows = sums.rows.map(({ weights, pivot }) => cutRow(weights, pivot, parts, sizes))
  for (const row of rows) {
    const better = isLarge(sizes[row.pivot]) ? -1 : largeAtom(row.weights, sizes)
    if (better >= 0) turn(rows, row, better)
  }
  const added = { weights: sizes.map(() => 0), pivot: -1 }
  for (const member of members) added.weights[atomOf[member] ?? 0] = 1
  for (const row of rows) take(added.weights, added.weights[row.pivot] ?? 0, row.weights)
  const large = largeAtom(added.weights, sizes)
  const pivot = large >= 0 ? large : added.weights.findIndex((weight) => weight !== 0)
  if (pivot < 0) return { atomOf, sizes, rows }
  rows.push(added)
  turn(rows, added, pivot)
  return { atomOf, sizes, rows }
}

/** The atoms cut in two by a set; parts: of each atom that was cut, the new one, inside the set. */
function cutBy({ atomOf, sizes }: Sums, members: readonly number[]) {
  const inside = new Map<number, number>()
  for (const member of members) {
    const atom = atomOf[member] ?? 0
    inside.set(atom, (inside.get(atom) ?? 0) + 1)
  }
  const [cutAtoms, cutSizes, parts] = [Int32Array.from(atomOf), [...sizes], new Map<number, number>()]
  for (const [atom, count] of inside) {
    const size = cutSizes[atom] ?? 0
    if (count === size) continue
    parts.set(atom, cutSizes.push(count) - 1)
    cutSizes[atom] = size - count
  }
  for (const member of members) {
    const atom = atomOf[member] ?? 0
    cutAtoms[member] = parts.get(atom) ?? atom
  }
  return { atomOf: cutAtoms, sizes: cutSizes, parts }
}

interface OpenRow {
  weights: number[]
  pivot: number
}

/** A row weighs both parts of an atom alike, and turns on the larger. */
function cutRow(
  weights: readonly number[],
  pivot: number,
  parts: ReadonlyMap<number, number>,
  sizes: readonly number[],
): OpenRow {
  const longer = [...weights]
  for (const [atom, part] of parts) longer[part] = weights[atom] ?? 0
  const part = parts.get(pivot)
  return { weights: longer, pivot: part !== undefined && (sizes[part] ?? 0) > (sizes[pivot] ?? 0) ? part : pivot }
}

const largeAtom = (weights: readonly number[], sizes: readonly number[]): number =>
  weights.findIndex((weight, atom) => weight !== 0 && isLarge(sizes[atom]))

/** Makes an atom the pivot of a row: 1 there, and 0 in all other rows. */
function turn(rows: readonly OpenRow[], row: OpenRow, pivot: number): void {
  row.weights = multiplied(row.weights, inverse(row.weights[pivot] ?? 0))
  row.pivot = pivot
  for (const other of rows) if (other !== row) take(other.weights, other.weights[pivot] ?? 0, row.weights)
}
