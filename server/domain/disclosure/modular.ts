/**
 * Elimination is done in whole numbers modulo this prime, the largest below 2^26, so that it is exact: a product of two
 * still fits into a number. What can be solved for in fractions can be solved for so, too.
 */
const prime = 67_108_859

/** The same, from 0 up to the prime. */
export const modulo = (value: number): number => ((value % prime) + prime) % prime

/** What times a number, not 0, makes 1 (Euclid). */
export function inverse(value: number): number {
  let [rest, next] = [prime, modulo(value)]
  let [factor, nextFactor] = [0, 1]
  while (next !== 0) {
    const quotient = Math.floor(rest / next)
    ;[rest, next] = [next, rest - quotient * next]
    ;[factor, nextFactor] = [nextFactor, factor - quotient * nextFactor]
  }
  return modulo(factor)
}

/** So many times a row. */
export const multiplied = (row: readonly number[], times: number): number[] => row.map((value) => modulo(value * times))

/** Takes so many times one row from another, in place. */
export function take(from: number[], times: number, row: readonly number[]): void {
  if (times === 0) return
  for (let at = 0; at < row.length; at++) {
    const value = row[at] ?? 0
    if (value !== 0) from[at] = modulo((from[at] ?? 0) - times * value)
  }
}
