import { nth, type Chance } from '../chance'

/** Shares a whole number out, each of its units by chance, as often as the weights say. */
export function split(
  total: number,
  weights: Readonly<Record<string, number>>,
  chance: Chance,
): Readonly<Record<string, number>> {
  const parts: Record<string, number> = {}
  for (let unit = 0; unit < total; unit += 1) {
    const row = chance.weighted(weights)
    parts[row] = (parts[row] ?? 0) + 1
  }
  return parts
}

/** Shares a large number out by weight; what rounding leaves goes to the last. */
export function proportioned(
  total: number,
  weights: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const rows = Object.keys(weights)
  const sum = Object.values(weights).reduce((all, each) => all + each, 0)
  const parts = rows.map((row) => Math.floor((total * (weights[row] ?? 0)) / sum))
  const left = total - parts.reduce((all, each) => all + each, 0)
  return Object.fromEntries(rows.map((row, at) => [row, nth(parts, at) + (at === rows.length - 1 ? left : 0)]))
}
