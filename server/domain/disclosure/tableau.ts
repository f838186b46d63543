/** Between what something lies, as a departure from what it really is: 0 always lies between them. */
export interface Bounds {
  readonly least: number
  readonly greatest: number
}

/** What somebody knows: bounds of some unknowns, and of some sums of them. */
export interface Knowledge {
  readonly unknowns: readonly Bounds[]
  readonly sums: readonly (Bounds & { readonly parts: readonly number[] })[]
}

/**
 * A simplex tableau. Names are numbers: the unknowns first, then the sums. Those inside, one a row, are told by those
 * outside, one a column: each is its row's weights times their values.
 */
export interface Tableau {
  readonly rows: readonly Float64Array[]
  readonly inside: number[]
  readonly outside: number[]
  readonly values: Float64Array
  readonly bounds: readonly Bounds[]
  /** What the sum that is looked for gains when one outside grows by one. */
  readonly gains: Float64Array
  /** What it has come to. */
  reached: number
}

/** A number of a list that has one there. */
export const at = (numbers: ArrayLike<number>, place: number): number => numbers[place] ?? 0

/** Everything at the truth: no departure anywhere, the sums told by the unknowns. */
export function tableauOf({ unknowns, sums }: Knowledge, sum: readonly number[], way: 1 | -1): Tableau {
  const weights = (parts: readonly number[], weight: number) => {
    const row = new Float64Array(unknowns.length)
    for (const part of parts) row[part] = weight
    return row
  }
  return {
    rows: sums.map(({ parts }) => weights(parts, 1)),
    inside: sums.map((_, sum) => unknowns.length + sum),
    outside: unknowns.map((_, unknown) => unknown),
    values: new Float64Array(unknowns.length + sums.length),
    bounds: [...unknowns, ...sums],
    gains: weights(sum, way),
    reached: 0,
  }
}

/** How far something may still go, up where the rate is above 0 and down where it is below. */
export function room({ values, bounds }: Tableau, name: number, rate: number): number {
  const bound = bounds[name] ?? { least: 0, greatest: 0 }
  return Math.max(0, rate > 0 ? bound.greatest - at(values, name) : at(values, name) - bound.least)
}

/** Moves what is outside in a column, and with it all that it tells. */
export function shift({ rows, inside, outside, values, gains }: Tableau, column: number, length: number): number {
  for (const [row, weights] of rows.entries()) {
    const name = at(inside, row)
    values[name] = at(values, name) + length * at(weights, column)
  }
  const name = at(outside, column)
  values[name] = at(values, name) + length
  return length * at(gains, column)
}

/** What is inside in a row goes out, and what is outside in a column comes in. */
export function turn({ rows, inside, outside, gains }: Tableau, row: number, column: number): void {
  const turning = rows[row] ?? gains
  const pivot = at(turning, column)
  for (let place = 0; place < turning.length; place++) turning[place] = -at(turning, place) / pivot
  turning[column] = 1 / pivot
  for (const other of [...rows, gains]) if (other !== turning) substitute(other, turning, column)
  const leaving = at(inside, row)
  inside[row] = at(outside, column)
  outside[column] = leaving
}

function substitute(row: Float64Array, turning: Float64Array, column: number): void {
  const weight = at(row, column)
  if (weight === 0) return
  row[column] = 0
  for (let place = 0; place < turning.length; place++) row[place] = at(row, place) + weight * at(turning, place)
}
