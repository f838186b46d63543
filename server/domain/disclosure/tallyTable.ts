import type { Tally } from '../benchmarks/indicator'
import type { Count, CountTable } from './countTable'
import { isNational } from './groups'
import { sum } from './statistics'

/** What one submission brings to a tally: people in each row. */
export interface TallyMember {
  readonly submission: string
  readonly groups: readonly string[]
  readonly people: Readonly<Record<string, number>>
}

/** A count's name in the table of a tally: a row of a group, all rows of it, or the rows an indicator's share is of. */
export const named = {
  row: (group: string, row: string) => `${group} row ${row}`,
  total: (group: string) => `${group} total`,
  share: (group: string, indicator: string) => `${group} share ${indicator}`,
}

/**
 * The table of a tally for these groups. Its elementary counts are the people of one row in one part: the organisations
 * that are in the same of these groups.
 */
export function tableOf(tally: Tally, members: readonly TallyMember[], groups: readonly string[]): CountTable {
  const parts = partsOf(members, groups)
  const rows = tally.rows.map(({ code }) => code)
  const elements = parts.flatMap((part) => rows.map((row) => sum(part.members.map(({ people }) => people[row] ?? 0))))
  const countOf = (group: string, name: string, of: readonly string[], worth: number): Count => {
    const indices = parts.flatMap((part, at) =>
      part.groups.has(group) ? of.map((row) => at * rows.length + rows.indexOf(row)) : [],
    )
    const value = sum(indices.map((index) => elements[index] ?? 0))
    return {
      name,
      group,
      value,
      parts: indices,
      told: isNational(group) ? 'exact' : 'rounded',
      isGuarded: !isNational(group) || tally.subject === 'protected',
      cost: (value + 1) * worth * (isNational(group) ? worthOf.england : 1),
    }
  }
  const counts = groups.flatMap((group) => [
    ...rows.map((row) => countOf(group, named.row(group, row), [row], 1)),
    countOf(group, named.total(group), rows, worthOf.total),
    ...Object.entries(tally.shares).map(([indicator, of]) =>
      countOf(group, named.share(group, indicator), of, worthOf.share),
    ),
  ])
  return { elements, counts }
}

/** How much sooner a single row of a region is given up than the share of an indicator, a total, or a figure of England. */
const worthOf = { share: 10, total: 1000, england: 100 }

interface Part {
  readonly groups: ReadonlySet<string>
  readonly members: TallyMember[]
}

function partsOf(members: readonly TallyMember[], groups: readonly string[]): Part[] {
  const parts = new Map<string, Part>()
  for (const member of members) {
    const within = groups.filter((group) => member.groups.includes(group))
    const key = within.join(' ')
    const part = parts.get(key)
    if (part) part.members.push(member)
    else parts.set(key, { groups: new Set(within), members: [member] })
  }
  return [...parts.values()].filter((part) => part.groups.size > 0)
}
