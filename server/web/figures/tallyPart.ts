import { groupName, groupsIn, type Breakdown } from '../../domain/benchmarks/breakdown'
import type { Tally } from '../../domain/benchmarks/indicator'
import { becauseOf } from '../../domain/benchmarks/reasonsInWords'
import { countWritten } from '../../domain/benchmarks/written'
import type { Shown } from '../../domain/disclosure/figure'
import type { TallyCounts } from '../../domain/disclosure/tallyTables'
import type { Released } from './released'

/** People told apart, as a table with its margins. */
export interface TallyPart {
  readonly id: string
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly {
    readonly name: string
    readonly cells: readonly { readonly label: string; readonly text: string }[]
    readonly isTotal: boolean
  }[]
  readonly because: string
}

/** A table of people by group, from one release, with what is withheld and why. */
export function tallyPart(tally: Tally, by: Breakdown, { definition, tallies }: Released): TallyPart | undefined {
  const groups = groupsIn(by, tally.organisations).flatMap((group) => {
    const counts = tallies.find((each) => each.tally === tally.code && each.group === group)
    return counts ? [{ counts, name: groupName(group, definition) }] : []
  })
  if (groups.length === 0) return undefined
  const row = (name: string, of: (counts: TallyCounts) => Shown, isTotal = false) => ({
    name,
    isTotal,
    cells: groups.map((each) => ({ label: each.name, text: countWritten(of(each.counts)) })),
  })
  return {
    id: `tally-${tally.code}`,
    title: tally.label,
    headings: groups.map(({ name, counts }) => `${name} (${counts.organisations})`),
    rows: [
      ...tally.rows.map(({ code, label }) => row(label, ({ people }) => people[code] ?? { withheld: 'small_number' })),
      row('All', ({ total }) => total, true),
    ],
    because: becauseOf(groups.flatMap(({ counts }) => [...Object.values(counts.people), counts.total])),
  }
}
