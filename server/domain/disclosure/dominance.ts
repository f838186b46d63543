import { parameters } from './parameters'

/**
 * The p% rule: whoever made the second largest contribution could reckon the largest to within p per cent, because all the
 * others together are less than that.
 */
export function isDominated(contributions: readonly number[]): boolean {
  let [largest, second, total] = [0, 0, 0]
  for (const contribution of contributions) {
    total += contribution
    if (contribution > largest) [largest, second] = [contribution, largest]
    else if (contribution > second) second = contribution
  }
  return total - largest - second < (largest * parameters.dominance) / 100
}
