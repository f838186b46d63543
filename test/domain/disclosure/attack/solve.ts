/** A number in fractions, exact. */
interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

const fraction = (over: bigint, under: bigint): Fraction => {
  const divisor = commonDivisor(over < 0n ? -over : over, under < 0n ? -under : under)
  const sign = under < 0n ? -1n : 1n
  return { over: (sign * over) / divisor, under: (sign * under) / divisor }
}
const commonDivisor = (one: bigint, other: bigint): bigint =>
  other === 0n ? one || 1n : commonDivisor(other, one % other)
const minus = (one: Fraction, other: Fraction) =>
  fraction(one.over * other.under - other.over * one.under, one.under * other.under)
const times = (one: Fraction, other: Fraction) => fraction(one.over * other.over, one.under * other.under)
const by = (one: Fraction, other: Fraction) => fraction(one.over * other.under, one.under * other.over)
const nought = fraction(0n, 1n)
const isNought = ({ over }: Fraction) => over === 0n

/** Rows reduced to the least that says the same, with the column each turns on. */
function reduced(rows: readonly (readonly Fraction[])[]): { row: Fraction[]; pivot: number }[] {
  const kept: { row: Fraction[]; pivot: number }[] = []
  for (const given of rows) {
    let row = [...given]
    for (const { row: other, pivot } of kept) row = lessTimes(row, row[pivot] ?? nought, other)
    const pivot = row.findIndex((value) => !isNought(value))
    if (pivot < 0) continue
    const unit = row.map((value) => by(value, row[pivot] ?? nought))
    for (const other of kept) other.row = lessTimes(other.row, other.row[pivot] ?? nought, unit)
    kept.push({ row: unit, pivot })
  }
  return kept
}

const lessTimes = (row: Fraction[], factor: Fraction, other: readonly Fraction[]): Fraction[] =>
  isNought(factor) ? row : row.map((value, at) => minus(value, times(factor, other[at] ?? nought)))

/**
 * For each variable, how it may still move when all sums are known: one number for each way the solutions have of moving.
 * A sum of variables is known exactly if it moves in none of the ways.
 */
export function freedoms(sums: readonly (readonly number[])[], variables: number): Fraction[][] {
  const rows = sums.map((members) => {
    const row = Array.from({ length: variables }, () => nought)
    for (const member of members) row[member] = fraction(1n, 1n)
    return row
  })
  const kept = reduced(rows)
  const pivots = new Map(kept.map(({ row, pivot }) => [pivot, row]))
  const free = Array.from({ length: variables }, (_, at) => at).filter((at) => !pivots.has(at))
  return Array.from({ length: variables }, (_, at) => {
    const row = pivots.get(at)
    return free.map((way) => (row ? minus(nought, row[way] ?? nought) : fraction(way === at ? 1n : 0n, 1n)))
  })
}

/** Every set of fewer than five variables whose sum is known to anybody who can read. */
export function fewSolved(free: readonly (readonly Fraction[])[]): number[][] {
  const ways = free.map((all) => all.map(({ over, under }) => Number(over) / Number(under)))
  const few: number[][] = []
  const look = (chosen: number[], moves: readonly number[], from: number) => {
    for (let next = from; next < ways.length; next++) {
      const own = ways[next] ?? []
      if (moves.every((move, way) => Math.abs(move + (own[way] ?? 0)) < 1e-9)) few.push([...chosen, next])
      if (chosen.length === 3) continue
      const moved = moves.map((move, way) => move + (own[way] ?? 0))
      look([...chosen, next], moved, next + 1)
    }
  }
  look([], ways[0]?.map(() => 0) ?? [], 0)
  return few
}

/** Everybody else whose value is known to one who knows the variables that are their own. */
export function othersSolved(free: readonly (readonly Fraction[])[], own: readonly number[]): number[] {
  const known = reduced(own.map((variable) => free[variable] ?? []))
  return free.flatMap((ways, variable) => {
    const left = known.reduce((row, { row: other, pivot }) => lessTimes(row, row[pivot] ?? nought, other), [...ways])
    return left.every(isNought) && !own.includes(variable) ? [variable] : []
  })
}
