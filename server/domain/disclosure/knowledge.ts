import { peopleBehind, type Count, type CountTable } from './countTable'
import { parameters } from './parameters'
import { nearestFive } from './rounding'
import type { Bounds, Knowledge } from './tableau'

/**
 * How a count is published: told; hidden and known to be small, since that is why counts are hidden; or hidden, and nobody
 * can say why.
 */
export type Telling = 'told' | 'small' | 'hidden'

/** What somebody knows of a table who has read all of it, and how to find its counts in what is known. */
export interface Reading {
  readonly knowledge: Knowledge
  /** The counts that say what is known of an unknown, or of a sum. */
  readonly countsOn: (unknown: number) => readonly Count[]
  readonly countOf: (sum: number) => Count | undefined
}

/** Further than this nobody has to be uncertain: it is ample for the width of a count, and keeps the figures small. */
const far = 1000

/** What a reader knows of a table of which counts are told like this. */
export function readingOf({ unit, elements, counts }: CountTable, telling: ReadonlyMap<Count, Telling>): Reading {
  const single = new Map<number, Count[]>()
  const bounds = elements.map((element): Bounds => ({ least: -element, greatest: far }))
  for (const count of counts) {
    const [element, ...more] = count.parts
    const how = telling.get(count) ?? 'told'
    if (element === undefined || (more.length > 0 && !(how === 'told' && count.value === 0))) continue
    for (const part of count.parts) {
      bounds[part] = both(bounds[part], boundsOf(count, how, unit))
      single.set(part, [...(single.get(part) ?? []), count])
    }
  }
  const summed = counts.filter((count) => telling.get(count) !== 'hidden' && count.parts.length > 1)
  return {
    knowledge: {
      unknowns: bounds,
      sums: summed.map((count) => ({ ...boundsOf(count, telling.get(count) ?? 'told', unit), parts: count.parts })),
    },
    countsOn: (unknown) => single.get(unknown) ?? [],
    countOf: (sum) => summed[sum],
  }
}

const both = (one: Bounds = { least: -far, greatest: far }, other: Bounds): Bounds => ({
  least: Math.max(one.least, other.least),
  greatest: Math.min(one.greatest, other.greatest),
})

/**
 * Between what a count lies, less what it is: a rounded one of people within two of what is told, and not small; one of
 * whole-time equivalents within two and a half, however many people they are.
 */
function boundsOf(count: Count, how: Telling, unit: CountTable['unit']): Bounds {
  const { value, told } = count
  const isPeople = unit === 'people'
  if (how === 'hidden') return { least: -value, greatest: far }
  if (how === 'small') return { least: (isPeople ? 1 : 0) - value, greatest: parameters.leastPeople - 1 - value }
  if (told === 'exact' || peopleBehind(count) === 0) return { least: 0, greatest: 0 }
  const middle = nearestFive(value)
  const reach = isPeople ? Math.floor(parameters.peopleTo / 2) : parameters.peopleTo / 2
  const least = Math.max(middle - reach, isPeople ? parameters.leastPeople : 0)
  return { least: least - value, greatest: middle + reach - value }
}
