import { peopleBehind, type Count, type CountTable } from './countTable'
import { extreme, type Extreme } from './extremes'
import { readingOf, type Reading, type Telling } from './knowledge'
import { parameters } from './parameters'
import { isSmall } from './small'
import { sum } from './statistics'

export interface Hidden {
  readonly telling: ReadonlyMap<Count, Telling>
  /** Counts that are told, by name. */
  readonly told: ReadonlyMap<string, Count>
}

/** Between which values, less the true one, a small number has been seen to lie. */
interface Span {
  readonly least: number
  readonly greatest: number
}

/**
 * Hides the small numbers of a table and then, as long as one of them could be pinned to fewer values than enough by
 * somebody who has read all the rest and what earlier releases told, the cheapest of the counts that pin it. Ends, for
 * there are only so many counts; throws if a number could still be pinned when nothing is told that pins it. Some may be
 * hidden already, for another reason.
 */
export function hideSmall(table: CountTable, isHidden: (name: string) => boolean = () => false): Hidden {
  const telling = new Map<Count, Telling>(table.counts.map((count) => [count, toldAtFirst(count, isHidden)]))
  const spans = new Map<Count, Span>(table.counts.filter(isToHide).map((count) => [count, nowhere]))
  for (const count of spans.keys()) {
    let held = attack(count, table, telling, spans)
    while (held && hideFurther(count, held, telling, table)) held = attack(count, table, telling, spans)
  }
  const told = table.counts.filter((count) => telling.get(count) === 'told' && count.before === undefined)
  return { telling, told: new Map(told.map((count) => [count.name, count])) }
}

const nowhere: Span = { least: 0, greatest: 0 }

const isToHide = (count: Count): boolean => count.isGuarded && isSmall(peopleBehind(count))

function toldAtFirst(count: Count, isHidden: (name: string) => boolean): Telling {
  if (isToHide(count)) return count.before === 'told' ? 'told' : 'small'
  return count.before === 'hidden' || isHidden(count.name) ? 'hidden' : 'told'
}

/**
 * Looks how far a small number may be from the truth. Undefined when that is far enough, otherwise the counts that hold it.
 * What it sees of the other small numbers on the way stays true, for to hide more only widens what may be.
 */
function attack(
  count: Count,
  table: CountTable,
  telling: ReadonlyMap<Count, Telling>,
  spans: Map<Count, Span>,
): Count[] | undefined {
  const reading = readingOf(table, telling)
  const isWide = () => valuesOf(spans.get(count), table) >= parameters.values
  const held = new Set<Count>()
  for (const way of [1, -1] as const) {
    if (isWide()) return undefined
    const found = extreme(reading.knowledge, count.parts, way, parameters.values - 1)
    for (const [other, span] of spans) {
      spans.set(other, widened(span, sum(other.parts.map((part) => found.unknowns[part] ?? 0))))
    }
    for (const holding of holdersOf(reading, found)) held.add(holding)
  }
  return isWide() ? undefined : [...held]
}

const widened = ({ least, greatest }: Span, departure: number): Span => ({
  least: Math.min(least, departure),
  greatest: Math.max(greatest, departure),
})

/** Whole numbers in a span, or as many as its width has room for; allowing for what a computer adds up a little amiss. */
function valuesOf({ least, greatest }: Span = nowhere, { unit }: CountTable): number {
  if (unit === 'wte') return Math.floor(greatest - least + 1e-6) + 1
  return Math.floor(greatest + 1e-6) - Math.ceil(least - 1e-6) + 1
}

/** What is 0 could not be less, though nobody knew it. */
const holdersOf = ({ countsOn, countOf }: Reading, { heldBy }: Extreme): Count[] =>
  heldBy.flatMap(({ unknown, sum, way }) => {
    const counts = unknown === undefined ? [countOf(sum ?? -1)] : countsOn(unknown)
    return counts.flatMap((count) => (count && (way > 0 || count.value > 0) ? [count] : []))
  })

/**
 * Hides the cheapest count that holds a small number; or, when only what is hidden holds it, says less of its group. False
 * where nothing is left to hide because earlier releases have told all that holds it.
 */
function hideFurther(
  count: Count,
  held: readonly Count[],
  telling: Map<Count, Telling>,
  { counts }: CountTable,
): boolean {
  const isTold = (other: Count) => telling.get(other) === 'told' && other.before === undefined
  const cheapest = cheapestOf(held.filter(isTold))
  if (cheapest) {
    telling.set(cheapest, 'hidden')
    return true
  }
  const inGroup = counts.filter((other) => other.group === count.group && other.before === undefined)
  const further = cheapestOf(inGroup.filter((other) => isTold(other) && other.parts.length > 0))
  const known = inGroup.filter((other) => telling.get(other) === 'small')
  if (!further && known.length === 0) {
    if (counts.some(({ before }) => before !== undefined)) return false
    throw new Error(`A small number of ${count.group} could be worked out, whatever is hidden`)
  }
  for (const other of further ? [further, ...known] : known) telling.set(other, 'hidden')
  return true
}

const cheapestOf = (counts: readonly Count[]): Count | undefined =>
  counts.reduce<Count | undefined>((least, count) => (least && least.cost <= count.cost ? least : count), undefined)
