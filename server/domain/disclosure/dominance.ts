import type { Reason } from './figure'
import { isNational, kindOf, kinds } from './groups'
import { parameters } from './parameters'

/** What several organisations make together, and the two largest of their contributions. */
interface Pile {
  total: number
  largest: number
  second: number
}

const empty = (): Pile => ({ total: 0, largest: 0, second: 0 })

/** Adds a contribution, or what others make together. */
function add(pile: Pile, { total, largest, second }: Readonly<Pile>): void {
  pile.total += total
  pile.second = Math.max(Math.min(pile.largest, largest), pile.second, second)
  pile.largest = Math.max(pile.largest, largest)
}

/**
 * The p% rule: whoever made the second largest contribution could reckon the largest to within p per cent, because all the
 * others together are less than that.
 */
const isPile = ({ total, largest, second }: Pile): boolean =>
  total - largest - second < (largest * parameters.dominance) / 100

interface Grouped {
  readonly groups: readonly string[]
}

/**
 * Of which groups sums of these values must not be told, and why: one organisation makes up nearly all of it, or of what is
 * left of England when the sums of all other such groups are taken from it. Groups come from the coarsest to the finest;
 * of some, earlier releases have told already.
 */
export function dominatedIn<C extends Grouped>(
  contributors: readonly C[],
  { groups, already = [] }: { readonly groups: readonly string[]; readonly already?: readonly string[] },
  ...values: readonly ((contributor: C) => number)[]
): Map<string, Reason> {
  const all = values.map((valueOf) => pilesOf(contributors, valueOf))
  const why = new Map<string, Reason>()
  const told = new Set(already)
  for (const group of groups) {
    const nations = nationsOf(group, told)
    told.add(group)
    const isLeft = (piles: Piles) => nations.some((nation) => isPile(rest(piles.get(nation), kindOf(group), told)))
    const reason = all.some((piles) => isPile(piles.get(group)?.get(group) ?? empty()))
      ? 'dominated'
      : all.some(isLeft) && 'could_be_worked_out'
    if (!reason) continue
    if (!already.includes(group)) told.delete(group)
    why.set(group, reason)
  }
  return why
}

/** The groups of England told of that a finer one is in. */
const nationsOf = (group: string, told: ReadonlySet<string>): string[] =>
  ['all', `type:${group.split(':')[1] ?? ''}`].filter((nation) => told.has(nation))

/** What is left of a group of England without the groups of one kind that are told. */
function rest(parts: ReadonlyMap<string, Pile> | undefined, kind: string, told: ReadonlySet<string>): Pile {
  const left = empty()
  for (const [part, pile] of parts ?? []) if (part.startsWith(kind) && !told.has(part)) add(left, pile)
  return left
}

/** Of each group what parts of it make: a group of England by each kind of finer groups, another as a whole. */
type Piles = ReadonlyMap<string, ReadonlyMap<string, Pile>>

function pilesOf<C extends Grouped>(contributors: readonly C[], valueOf: (contributor: C) => number): Piles {
  const piles = new Map<string, Map<string, Pile>>()
  for (const contributor of contributors) {
    const total = valueOf(contributor)
    const { groups } = contributor
    /** Those in no group of a kind are together under the kind alone. */
    const lacking = kinds.filter((kind) => !groups.some((group) => group.startsWith(kind)))
    for (const group of groups) {
      const parts = piles.get(group) ?? new Map<string, Pile>()
      piles.set(group, parts)
      for (const part of isNational(group) ? [...groups, ...lacking] : [group]) {
        put(parts, part, { total, largest: total, second: 0 })
      }
    }
  }
  return piles
}

function put(parts: Map<string, Pile>, part: string, contribution: Pile): void {
  const pile = parts.get(part)
  if (pile) add(pile, contribution)
  else parts.set(part, contribution)
}
