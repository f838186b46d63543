import type { Tally } from '../benchmarks/indicator'
import type { Column } from './columns'
import type { Count, CountTable } from './countTable'
import { isNational } from './groups'
import { sum } from './statistics'

/** What one submission brings to a tally: people in each row. */
export interface TallyMember {
  readonly submission: string
  readonly groups: readonly string[]
  readonly people: Readonly<Record<string, number>>
}

/** Some rows of a table together. */
export const rowsName = (rows: readonly string[]): string => [...rows].sort().join('+')

/** The people of some rows of a group. */
export const countName = (group: string, rows: readonly string[]): string => `${group} ${rowsName(rows)}`

/** All rows of a tally, and those a share of it is over. */
export const allRows = ({ rows }: Tally): string[] => rows.map(({ code }) => code)
/** The rows that an indicator is a share over; all of them unless the tally says otherwise. */
export const rowsOver = (tally: Tally, indicator: string): readonly string[] =>
  tally.sharesOver?.[indicator] ?? allRows(tally)

/** The rows that each share of a tally is of, and over. */
export const sharesOf = (tally: Tally) =>
  Object.fromEntries(
    Object.entries(tally.shares).map(([indicator, of]) => [indicator, { of, over: rowsOver(tally, indicator) }]),
  )

/**
 * The table of a tally for these columns, with the totals that are told of it: of all rows, and of those that indicators
 * are shares of and over. Its elementary counts are the people of one row in one part: the organisations that are in the
 * same of these columns.
 */
export function tableOf(tally: Tally, members: readonly TallyMember[], columns: readonly Column[]): CountTable {
  const parts = partsOf(
    members,
    columns.map(({ name }) => name),
  )
  const rows = allRows(tally)
  const place = new Map(rows.map((row, at) => [row, at]))
  const elements = parts.flatMap((part) => rows.map((row) => sum(part.members.map(({ people }) => people[row] ?? 0))))
  const counts = columns.flatMap(({ name: column, group, toldBefore }) => {
    const within = parts.flatMap((part, at) => (part.groups.has(column) ? [at * rows.length] : []))
    return toldOf(tally).map(({ of, worth }): Count => {
      const indices = within.flatMap((start) => of.map((row) => start + (place.get(row) ?? 0)))
      const value = sum(indices.map((index) => elements[index] ?? 0))
      return {
        name: countName(column, of),
        group: column,
        value,
        parts: indices,
        told: isNational(group) ? 'exact' : 'rounded',
        isGuarded: !isNational(group) || tally.subject === 'protected',
        cost: (value + 1) * worth * (isNational(group) ? worths.england : 1),
        ...(toldBefore && { before: toldBefore.has(rowsName(of)) ? ('told' as const) : ('hidden' as const) }),
      }
    })
  })
  return { unit: 'people', elements, counts }
}

/** How much sooner a single row of a region is given up than what a share is of, a total, or a figure of England. */
const worths = { row: 1, share: 10, total: 1000, england: 100 }

/** Every set of rows of which a total is told, once. */
function toldOf(tally: Tally): { of: readonly string[]; worth: number }[] {
  const told = [
    ...allRows(tally).map((row) => ({ of: [row], worth: worths.row })),
    ...Object.values(tally.shares).map((of) => ({ of, worth: worths.share })),
    ...Object.keys(tally.shares).map((indicator) => ({ of: rowsOver(tally, indicator), worth: worths.total })),
    { of: allRows(tally), worth: worths.total },
  ]
  return [...new Map(told.map((each) => [countName('', each.of), each])).values()].filter(({ of }) => of.length > 0)
}

interface Part<M> {
  readonly groups: ReadonlySet<string>
  readonly members: M[]
}

/** The members by which of these groups they are in, without those that are in none. */
export function partsOf<M extends Pick<TallyMember, 'groups'>>(
  members: readonly M[],
  groups: readonly string[],
): Part<M>[] {
  const parts = new Map<string, Part<M>>()
  for (const member of members) {
    const within = groups.filter((group) => member.groups.includes(group))
    const key = within.join(' ')
    const part = parts.get(key)
    if (part) part.members.push(member)
    else parts.set(key, { groups: new Set(within), members: [member] })
  }
  return [...parts.values()].filter((part) => part.groups.size > 0)
}
