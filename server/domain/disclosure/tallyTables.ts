import type { Tally } from '../benchmarks/indicator'
import type { EarlierGroup } from './contributor'
import type { Count } from './countTable'
import { gate } from './family'
import type { Figure, Shown } from './figure'
import { familyOf, isPooled } from './groups'
import { hideSmall } from './hideSmall'
import { nearestFive } from './rounding'
import { named, tableOf, type TallyMember } from './tallyTable'

/** What is published of a tally for one group: people in each row and in all, rounded, or why they are withheld. */
export interface TallyCounts {
  readonly tally: string
  readonly group: string
  readonly organisations: number
  readonly people: Readonly<Record<string, Shown>>
  readonly total: Shown
}

/** An indicator whose share, and what it is made of, a group must not be shown: a hidden number could be worked out. */
export interface HiddenShare {
  readonly indicator: string
  readonly group: string
}

export interface TallyTables {
  readonly tables: readonly TallyCounts[]
  readonly hiddenShares: readonly HiddenShare[]
  /** Groups whose tables are told: what a later release has to reckon with. */
  readonly accepted: readonly string[]
}

/** The table of a tally: its rows by England and regions, with all its margins and the shares that indicators tell of it. */
export function tallyTables(
  tally: Tally,
  members: readonly TallyMember[],
  earlier: readonly EarlierGroup[],
): TallyTables {
  const within = members.map((member) => ({ ...member, groups: member.groups.filter(isPooled) }))
  const standings = gate(within, earlier)
  const family = familyOf(within)
  const accepted = family.flatMap(([group]) => (standings.get(group) === 'accepted' ? [group] : []))
  const { told: counts } = hideSmall(tableOf(tally, within, accepted))
  const tables = family.map(([group, inGroup]): TallyCounts => {
    const standing = standings.get(group) ?? 'too_few_organisations'
    const told = (name: string): Shown => (standing === 'accepted' ? shown(counts, name) : { withheld: standing })
    return {
      tally: tally.code,
      group,
      organisations: inGroup.length,
      people: Object.fromEntries(tally.rows.map(({ code }) => [code, told(named.row(group, code))])),
      total: told(named.total(group)),
    }
  })
  const hiddenShares = accepted.flatMap((group) =>
    Object.keys(tally.shares).flatMap((indicator) =>
      counts.has(named.share(group, indicator)) ? [] : [{ indicator, group }],
    ),
  )
  return { tables, hiddenShares, accepted }
}

/** The same figures without the shares, and what they are made of, that would give away a hidden number of a table. */
export function withoutShares(figures: readonly Figure[], hiddenShares: readonly HiddenShare[]): Figure[] {
  const hidden = new Set(hiddenShares.map(({ indicator, group }) => `${indicator} ${group}`))
  return figures.map((figure) => {
    if (!hidden.has(`${figure.indicator} ${figure.group}`)) return figure
    return { ...figure, pooled: hide(figure.pooled), numerator: hide(figure.numerator) }
  })
}

const hide = (shown: Shown): Shown => ('value' in shown ? { withheld: 'small_number' } : shown)

/** A count that may be told, as it is told. */
function shown(counts: ReadonlyMap<string, Count>, name: string): Shown {
  const count = counts.get(name)
  if (!count) return { withheld: 'small_number' }
  return { value: count.told === 'exact' ? count.value : nearestFive(count.value) }
}
