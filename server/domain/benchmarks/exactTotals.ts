import type { Contributor } from '../disclosure/contributor'
import type { Figure, Shown } from '../disclosure/figure'
import type { EarlierGroup } from '../disclosure/contributor'
import { isNational } from '../disclosure/groups'
import { totalName, type EarlierTotal, type ExactTotal } from '../disclosure/likeTotals'
import { allRows, rowsName, type TallyMember } from '../disclosure/tallyTable'
import { sum } from '../disclosure/statistics'
import type { TallyCounts } from '../disclosure/tallyTables'
import type { Indicator, Tally } from './indicator'
import type { Member } from './member'

/**
 * Where the organisation of each submission stands among all, those of earlier releases after those of this one; and which
 * submissions do not stand any more.
 */
export interface Places {
  readonly of: ReadonlyMap<string, number>
  readonly many: number
  readonly past: ReadonlySet<string>
}

/** Gives each organisation its place. */
export function placesOf(members: readonly Placed[], past: readonly Placed[]): Places {
  const places = new Map<string, number>()
  for (const { returnId } of [...members, ...past]) if (!places.has(returnId)) places.set(returnId, places.size)
  return {
    of: new Map([...members, ...past].map(({ returnId, submissionId }) => [submissionId, places.get(returnId) ?? 0])),
    many: places.size,
    past: new Set(past.map(({ submissionId }) => submissionId)),
  }
}

type Placed = Pick<Member, 'returnId' | 'submissionId'>

const parts = ['numerator', 'denominator'] as const

const nameOf = (indicator: string, part: (typeof parts)[number]): string => `${indicator} ${part}`

/** What each submission brings, by its place. */
function amountsOf<M extends { readonly submission: string }>(
  members: readonly M[],
  places: Places,
  amount: (member: M) => number,
): Float64Array {
  const amounts = new Float64Array(places.many).fill(Number.NaN)
  for (const member of members) amounts[places.of.get(member.submission) ?? places.many] = amount(member)
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

/** The same of what earlier releases told. */
export function earlierOfIndicator(
  { code, compares, scale }: Indicator,
  earlier: readonly EarlierGroup[],
  contributors: readonly Contributor[],
  places: Places,
): EarlierTotal[] {
  if (compares !== 'ratio') return []
  return earlier.flatMap(({ group, counts, submissions }) => {
    const then = contributors.filter(({ submission }) => submissions.has(submission))
    return parts.flatMap((part) => {
      if (!isNational(group) || !counts?.has(part) || (part === 'denominator' && scale === 'per_100k')) return []
      const amounts = amountsOf(then, places, (contributor) => contributor[part])
      return [{ of: nameOf(code, part), groups: [group], amounts, changed: changedIn(then, places) }]
    })
  })
}

/** Places of those who have submitted again since. */
const changedIn = (members: readonly { readonly submission: string }[], { of, past, many }: Places): Set<number> =>
  new Set(members.filter(({ submission }) => past.has(submission)).map(({ submission }) => of.get(submission) ?? many))

/** The same of an earlier table. */
export function earlierOfTally(
  tally: Tally,
  earlier: readonly EarlierGroup[],
  members: readonly TallyMember[],
  places: Places,
): EarlierTotal[] {
  return earlier.flatMap(({ group, counts, submissions }) => {
    if (!isNational(group)) return []
    const then = members.filter(({ submission }) => submissions.has(submission))
    const changed = changedIn(then, places)
    const rowsTold = [...allRows(tally).map((row) => [row]), allRows(tally)].filter((of) => counts?.has(rowsName(of)))
    return rowsTold.map((of) => ({
      of: tally.code,
      groups: [group],
      amounts: amountsOf(then, places, ({ people }) => sum(of.map((row) => people[row] ?? 0))),
      changed,
    }))
  })
}

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
