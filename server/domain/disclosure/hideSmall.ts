import type { Count, CountTable } from './countTable'
import { parameters } from './parameters'

/** A number that must not be told, nor be worked out. */
export const isSmallCount = ({ value, isGuarded }: Count): boolean =>
  isGuarded && value > 0 && value < parameters.leastPeople

/** The counts of a table that may be told, by name. */
export function hideSmall(table: CountTable): { counts: Map<string, Count> } {
  const told = table.counts.filter((count) => !isSmallCount(count))
  return { counts: new Map(told.map((count) => [count.name, count])) }
}
