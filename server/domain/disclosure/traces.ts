import { modulo, take } from './modular'
import { smallRows, type Sums } from './sums'

/** How many traces an atom has: two already agree by chance but once in 10^15. */
const howMany = 4

/**
 * A small atom that the sums speak of, with its traces: numbers for which it holds that whatever can be worked out of the
 * sums adds up to 0, weight by weight.
 */
export interface Traced {
  readonly size: number
  readonly traces: readonly number[]
  /** The pivot of a row: whatever can be worked out weighs one such at least. */
  readonly isBound: boolean
  /** Holds a submission of an earlier release that does not stand any more. */
  readonly isPast: boolean
}

/** The traces of all small atoms that some row speaks of together with small ones only: of no others can a few be solved. */
export function tracesOf(sums: Sums, past: ReadonlySet<number>): Traced[] {
  const rows = smallRows(sums)
  const bound = new Set(rows.map(({ pivot }) => pivot))
  const chance = chanceNumbers()
  const traces = new Map<number, readonly number[]>()
  for (const atom of sums.sizes.keys()) {
    if (!bound.has(atom) && rows.some(({ weights }) => weights[atom] !== 0)) {
      traces.set(atom, Array.from({ length: howMany }, chance))
    }
  }
  const free = [...traces]
  for (const { weights, pivot } of rows) {
    const own = Array.from({ length: howMany }, () => 0)
    for (const [atom, made] of free) take(own, weights[atom] ?? 0, made)
    traces.set(pivot, own)
  }
  const pastAtoms = new Set([...past].map((submission) => sums.atomOf[submission] ?? 0))
  return [...traces].map(([atom, own]) => ({
    size: sums.sizes[atom] ?? 0,
    traces: own,
    isBound: bound.has(atom),
    isPast: pastAtoms.has(atom),
  }))
}

/** The same numbers every time (Lehmer): what is withheld does not depend on the day. */
function chanceNumbers(): () => number {
  let last = 20_190_930
  return () => {
    last = (last * 48_271) % 2_147_483_647
    return modulo(last)
  }
}
