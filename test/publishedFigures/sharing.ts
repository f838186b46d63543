// Whole numbers with given sums: people, and hundredths of a WTE.

const sumOf = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0)

const at = (all: readonly number[], index: number): number => all[index] ?? 0

/** Shares a total out by weights, in whole numbers that add up to it: what is left over goes where most was cut off. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const all = sumOf(weights)
  const exact = weights.map((weight) => (all === 0 ? 0 : (total * weight) / all))
  const shares = exact.map(Math.floor)
  const left = total - sumOf(shares)
  const byRest = exact.map((each, index) => [each - at(shares, index), index] as const).sort(([a], [b]) => b - a)
  for (const [, index] of byRest.slice(0, left)) shares[index] = at(shares, index) + 1
  return shares
}

/** The same, but one of them has a share of its own. */
export function shareBut(one: number, own: number, total: number, weights: readonly number[]): number[] {
  const others = weights.map((weight, index) => (index === one ? 0 : weight))
  return shareOut(total - own, others).map((share, index) => (index === one ? own : share))
}

interface Margins {
  /** What each row adds up to, and each column: the same in all. */
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  /** How the inside is spread to begin with; where it is 0 it stays 0. */
  readonly seed: readonly (readonly number[])[]
  /** No cell may be more. */
  readonly most?: readonly (readonly number[])[]
}

const ROUNDS = 60

/** A table of whole numbers with exactly these margins, spread like its seed. */
export function tableWith({ rows, columns, seed, most }: Margins): number[][] {
  if (sumOf(rows) !== sumOf(columns))
    throw new Error(`The rows add up to ${sumOf(rows)}, the columns to ${sumOf(columns)}`)
  const top = (row: number, column: number) =>
    at(seed[row] ?? [], column) === 0 ? 0 : (most?.[row]?.[column] ?? Number.MAX_SAFE_INTEGER)
  const table = fitted(rows, columns, seed).map((row, r) => row.map((cell, c) => Math.min(Math.floor(cell), top(r, c))))
  const shortIn = (row: number) => at(rows, row) - sumOf(table[row] ?? [])
  const shortUnder = (column: number) => at(columns, column) - sumOf(table.map((row) => at(row, column)))
  const move = (row: number, column: number, by: number) => {
    const cells = table[row]
    if (cells) cells[column] = at(cells, column) + by
  }
  const room = (row: number, column: number) => at(table[row] ?? [], column) < top(row, column)

  for (let row = rows.findIndex((_, r) => shortIn(r) > 0); row >= 0; row = rows.findIndex((_, r) => shortIn(r) > 0)) {
    const short = columns.map((_, c) => c).filter((c) => shortUnder(c) > 0)
    const straight = short.find((c) => room(row, c))
    if (straight !== undefined) {
      move(
        row,
        straight,
        Math.min(shortIn(row), shortUnder(straight), top(row, straight) - at(table[row] ?? [], straight)),
      )
      continue
    }
    // By way of another row: it takes one here and gives one there.
    const way = short
      .flatMap((column) => rows.flatMap((_, other) => columns.map((_, between) => ({ column, other, between }))))
      .find(
        ({ column, other, between }) =>
          room(other, column) && at(table[other] ?? [], between) > 1 && room(row, between) && other !== row,
      )
    if (!way) throw new Error(`There is no table with these margins: row ${row} is short of ${shortIn(row)}`)
    move(way.other, way.column, 1)
    move(way.other, way.between, -1)
    move(row, way.between, 1)
  }
  return table
}

/** The seed, scaled until rows and columns add up (iterative proportional fitting). */
function fitted(rows: readonly number[], columns: readonly number[], seed: Margins['seed']): number[][] {
  let table = seed.map((row) => [...row])
  for (let round = 0; round < ROUNDS; round += 1) {
    table = table.map((row, r) => scaled(row, at(rows, r)))
    const sums = columns.map((_, c) => sumOf(table.map((row) => at(row, c))))
    table = table.map((row) => row.map((cell, c) => (at(sums, c) === 0 ? 0 : (cell * at(columns, c)) / at(sums, c))))
  }
  return table
}

const scaled = (row: readonly number[], to: number): number[] => {
  const sum = sumOf(row)
  return row.map((cell) => (sum === 0 ? 0 : (cell * to) / sum))
}
