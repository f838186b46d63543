/** The sum of them all. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The mean of organisations, each counting as one however large it is. */
export const mean = (values: readonly number[]): number => sum(values) / values.length

/** The same values from the least to the greatest. */
export const ranked = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other)

/**
 * The middle of ranked values, which is nobody's own: the mean of the two in the middle or, of an odd number, of the two on
 * either side of the middle one.
 */
export const median = (sorted: readonly number[]): number => between(sorted, (sorted.length - 1) / 2)

/** The quartile a quarter of the way up ranked values (linear, both ends included), which is nobody's own. */
export const lowerQuartile = (sorted: readonly number[]): number => between(sorted, (sorted.length - 1) / 4)

/** The quartile three quarters of the way up. */
export const upperQuartile = (sorted: readonly number[]): number => between(sorted, ((sorted.length - 1) * 3) / 4)

/** What stands at a place among ranked values: between two of them; at one of them, the mean of its two neighbours. */
function between(sorted: readonly number[], place: number): number {
  const at = (index: number) => sorted[Math.min(Math.max(index, 0), sorted.length - 1)] ?? Number.NaN
  const below = Math.floor(place)
  const share = place - below
  if (share === 0) return (at(below - 1) + at(below + 1)) / 2
  return at(below) * (1 - share) + at(below + 1) * share
}
