import type { Tally } from '../benchmarks/indicator'
import { columnsOf } from './columns'
import type { EarlierGroup } from './contributor'
import type { Count } from './countTable'
import { gate } from './family'
import type { Figure, Shown } from './figure'
import { familyOf, isPooled } from './groups'
import { hideSmall } from './hideSmall'
import { nearestFive } from './rounding'
import { allRows, countName, rowsOver, tableOf, type TallyMember } from './tallyTable'

/** What is published of a tally for one group: people in each row and in all, rounded, or why they are withheld. */
export interface TallyCounts {
  readonly tally: string
  readonly group: string
  readonly organisations: number
  readonly people: Readonly<Record<string, Shown>>
  readonly total: Shown
}

/**
 * An indicator whose share a group must not be shown, nor what it is made of: a hidden number could be worked out. Where
 * only the numerator would give it away, the denominator stays.
 */
export interface HiddenShare {
  readonly indicator: string
  readonly group: string
  readonly hides: 'numerator' | 'denominator' | 'both'
}

export interface TallyTables {
  readonly tables: readonly TallyCounts[]
  readonly hiddenShares: readonly HiddenShare[]
  /** Groups whose tables are told: what a later release has to reckon with. */
  readonly accepted: readonly string[]
}

/**
 * The table of a tally: its rows by England and regions, with all its margins and the shares that indicators tell of it.
 * Those of the past contributed to earlier releases with submissions that do not stand any more.
 */
export function tallyTables(
  tally: Tally,
  members: readonly TallyMember[],
  earlier: readonly EarlierGroup[],
  past: readonly TallyMember[] = [],
): TallyTables {
  const within = members.map((member) => ({ ...member, groups: member.groups.filter(isPooled) }))
  const standings = gate(within, earlier)
  const family = familyOf(within)
  const accepted = family.flatMap(([group]) => (standings.get(group) === 'accepted' ? [group] : []))
  const seen = columnsOf({ members: within, past }, accepted, earlier)
  const { told: counts } = hideSmall(tableOf(tally, seen.within, seen.columns))
  const tables = family.map(([group, inGroup]): TallyCounts => {
    const standing = standings.get(group) ?? 'too_few_organisations'
    const told = (name: string): Shown => (standing === 'accepted' ? shown(counts, name) : { withheld: standing })
    return {
      tally: tally.code,
      group,
      organisations: inGroup.length,
      people: Object.fromEntries(tally.rows.map(({ code }) => [code, told(countName(group, [code]))])),
      total: told(countName(group, allRows(tally))),
    }
  })
  const hiddenShares = accepted.flatMap((group) =>
    Object.entries(tally.shares).flatMap(([indicator, of]) => {
      const hides = hidesOf(
        !counts.has(countName(group, of)),
        !counts.has(countName(group, rowsOver(tally, indicator))),
      )
      return hides ? [{ indicator, group, hides }] : []
    }),
  )
  return { tables, hiddenShares, accepted }
}

function hidesOf(isNumerator: boolean, isDenominator: boolean): HiddenShare['hides'] | undefined {
  if (isNumerator && isDenominator) return 'both'
  if (isNumerator) return 'numerator'
  return isDenominator ? 'denominator' : undefined
}

/** The same figures without the shares, and what they are made of, that would give away a hidden number of a table. */
export function withoutShares(figures: readonly Figure[], hiddenShares: readonly HiddenShare[]): Figure[] {
  const hidden = new Map(hiddenShares.map(({ indicator, group, hides }) => [`${indicator} ${group}`, hides]))
  return figures.map((figure) => {
    const hides = hidden.get(`${figure.indicator} ${figure.group}`)
    if (!hides) return figure
    const numerator = hides === 'denominator' ? figure.numerator : hide(figure.numerator)
    const denominator = hides === 'numerator' ? figure.denominator : hide(figure.denominator)
    return { ...figure, pooled: hide(figure.pooled), numerator, denominator }
  })
}

const hide = (shown: Shown): Shown => ('value' in shown ? { withheld: 'small_number' } : shown)

/** A count that may be told, as it is told. */
function shown(counts: ReadonlyMap<string, Count>, name: string): Shown {
  const count = counts.get(name)
  if (!count) return { withheld: 'small_number' }
  return { value: count.told === 'exact' ? count.value : nearestFive(count.value) }
}
