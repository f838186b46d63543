import type { Contributor } from '../disclosure/contributor'
import type { Figure, Shown } from '../disclosure/figure'
import { isNational } from '../disclosure/groups'
import { totalName, type ExactTotal } from '../disclosure/likeTotals'
import type { TallyMember } from '../disclosure/tallyTable'
import type { TallyCounts } from '../disclosure/tallyTables'
import type { Indicator, Tally } from './indicator'

/** Where each submission stands among all of the release. */
export type Places = ReadonlyMap<string, number>

const parts = ['numerator', 'denominator'] as const

const nameOf = (indicator: string, part: (typeof parts)[number]): string => `${indicator} ${part}`

/** What each submission brings, by its place. */
function amountsOf<M extends { readonly submission: string }>(
  members: readonly M[],
  places: Places,
  amount: (member: M) => number,
): Float64Array {
  const amounts = new Float64Array(places.size).fill(Number.NaN)
  for (const member of members) amounts[places.get(member.submission) ?? places.size] = amount(member)
  return amounts
}

/** What an indicator tells exactly of England: its numerator and its denominator, but not populations, which are known. */
export function ofIndicator(
  { code, compares, scale }: Indicator,
  figures: readonly Figure[],
  contributors: readonly Contributor[],
  places: Places,
): ExactTotal[] {
  if (compares !== 'ratio') return []
  return parts.flatMap((part) => {
    const groups = figures.filter((figure) => isNational(figure.group) && 'value' in figure[part])
    if (groups.length === 0 || (part === 'denominator' && scale === 'per_100k')) return []
    const amounts = amountsOf(contributors, places, (contributor) => contributor[part])
    return [{ of: nameOf(code, part), groups: groups.map(({ group }) => group), amounts }]
  })
}

/** What a tally tells exactly of England: the people in each row, and in all. */
export function ofTally(
  { code, rows }: Tally,
  tables: readonly TallyCounts[],
  members: readonly TallyMember[],
  places: Places,
): ExactTotal[] {
  const groups = tables.filter(({ group, total }) => isNational(group) && isTold(total)).map(({ group }) => group)
  if (groups.length === 0) return []
  const inRow = (row: string) => amountsOf(members, places, ({ people }) => people[row] ?? 0)
  const inAll = amountsOf(members, places, ({ people }) => Object.values(people).reduce((sum, each) => sum + each, 0))
  return [...rows.map((row) => inRow(row.code)), inAll].map((amounts) => ({ of: code, groups, amounts }))
}

const isTold = (shown: Shown): boolean => 'value' in shown

/** What is told without the totals that are too like another. */
export function withoutTotals(
  figures: readonly Figure[],
  tallies: readonly TallyCounts[],
  tooLike: ReadonlySet<string>,
): { readonly figures: Figure[]; readonly tallies: TallyCounts[] } {
  const hidden = (of: string, group: string, shown: Shown): Shown =>
    tooLike.has(totalName(of, group)) ? withhold(shown) : shown
  return {
    figures: figures.map((figure) => ({
      ...figure,
      numerator: hidden(nameOf(figure.indicator, 'numerator'), figure.group, figure.numerator),
      denominator: hidden(nameOf(figure.indicator, 'denominator'), figure.group, figure.denominator),
    })),
    tallies: tallies.map((counts) => ({
      ...counts,
      people: Object.fromEntries(
        Object.entries(counts.people).map(([row, shown]) => [row, hidden(counts.tally, counts.group, shown)]),
      ),
      total: hidden(counts.tally, counts.group, counts.total),
    })),
  }
}

const withhold = (shown: Shown): Shown => (isTold(shown) ? { withheld: 'too_like_another' } : shown)
