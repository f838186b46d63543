import type { Indicator } from '../benchmarks/indicator'
import { columnsOf } from './columns'
import type { Contributor, EarlierGroup } from './contributor'
import type { Count, CountTable } from './countTable'
import { isPooled } from './groups'
import { hideSmall } from './hideSmall'
import { sum } from './statistics'
import { countName, partsOf, tableOf, type TallyMember } from './tallyTable'
import type { HiddenShare } from './tallyTables'

const COUNTED = 'counted'
const NOT_COUNTED = 'not_counted'

/** Whose figures are in an indicator now, and whose were in earlier releases with submissions that do not stand any more. */
interface Given {
  readonly indicator: Indicator
  readonly members: readonly Contributor[]
  readonly past: readonly Contributor[]
  /** Groups that are told, of those of which sums are. */
  readonly accepted: readonly string[]
  readonly earlier: readonly EarlierGroup[]
}

/** People, and what they are told in: whole-time equivalents, where it is not people. */
interface Row {
  readonly people: number
  readonly told: number
}

type Rows = (contributor: Contributor) => Readonly<Record<string, Row>>

/**
 * What must be hidden of the counts an indicator is made of, so that a small number of one region cannot be had by taking
 * the other regions from England. They are a table of one row, or, of a percentage, of those counted and those not, with
 * England and the regions for columns, and are judged as such a table is: as people and, where it is whole-time equivalents
 * that are told, as these.
 */
export function hiddenMargins(
  indicator: Indicator,
  { members, past }: Pick<Given, 'members' | 'past'>,
  accepted: readonly string[],
  earlier: readonly EarlierGroup[],
): HiddenShare[] {
  const groups = accepted.filter(isPooled)
  if (indicator.compares !== 'ratio' || groups.length === 0) return []
  const given = { indicator, members, past, accepted: groups, earlier }
  const { numerator, denominator } = indicator.scale === 'percent' ? ofShare(given) : ofRate(given)
  return groups.flatMap((group) => hiddenOf(indicator, group, numerator(group), denominator(group)))
}

interface Hides {
  readonly numerator: (group: string) => boolean
  readonly denominator: (group: string) => boolean
}

/** Those counted and those not are all there are. */
function ofShare(given: Given): Hides {
  const isHidden = hiddenIn(given, shares, (counts) => {
    const [some, all] = [counts.has('numerator'), counts.has('denominator')]
    return [...(some ? [COUNTED] : []), ...(some && all ? [NOT_COUNTED] : []), ...(all ? [BOTH] : [])]
  })
  return {
    numerator: (group) => isHidden(group, [COUNTED]),
    denominator: (group) => isHidden(group, [COUNTED, NOT_COUNTED]),
  }
}

const BOTH = [COUNTED, NOT_COUNTED].sort().join('+')

/** Of a rate per head of population the population is known to everybody. */
function ofRate(given: Given): Hides {
  const toldOf = (part: string) => (counts: ReadonlySet<string>) => (counts.has(part) ? [COUNTED] : [])
  const above = hiddenIn(
    given,
    ({ people, numerator }) => ({ [COUNTED]: { people, told: numerator } }),
    toldOf('numerator'),
  )
  const below =
    given.indicator.scale === 'per_100k'
      ? () => false
      : hiddenIn(
          given,
          ({ peopleBelow, denominator }) => ({ [COUNTED]: { people: peopleBelow, told: denominator } }),
          toldOf('denominator'),
        )
  return { numerator: (group) => above(group, [COUNTED]), denominator: (group) => below(group, [COUNTED]) }
}

const shares: Rows = ({ people, peopleBelow, numerator, denominator }) => ({
  [COUNTED]: { people, told: numerator },
  [NOT_COUNTED]: { people: Math.max(0, peopleBelow - people), told: Math.max(0, denominator - numerator) },
})

/** Which counts of the groups must be hidden. */
function hiddenIn(
  { indicator, members, past, accepted, earlier }: Given,
  rowsOf: Rows,
  before: (counts: ReadonlySet<string>) => readonly string[],
): (group: string, rows: readonly string[]) => boolean {
  const then = earlier.map((each) => ({ ...each, ...(each.counts && { counts: new Set(before(each.counts)) }) }))
  const { columns, within } = columnsOf({ members, past }, accepted, then)
  const [first] = members
  const rows = first ? Object.keys(rowsOf(first)) : []
  const { code, label, subject, organisations } = indicator
  const guarded = subject === 'protected' ? ('protected' as const) : ('workforce' as const)
  const tally = {
    ...{ code, label, subject: guarded, organisations, shares: {} },
    rows: rows.map((row) => ({ code: row, label: row, people: nothing })),
  }
  const peopleIn = (contributor: Contributor): TallyMember => ({
    submission: contributor.submission,
    groups: contributor.groups,
    people: Object.fromEntries(Object.entries(rowsOf(contributor)).map(([row, { people }]) => [row, people])),
  })
  const table = tableOf(tally, within.map(peopleIn), columns)
  const { told } = hideSmall(table)
  const names = columns.map(({ name }) => name)
  const inWte = isWte(indicator)
    ? hideSmall(wteTable(table, within, { names, rows, rowsOf }), (name) => !told.has(name))
    : { told }
  return (group, of) => !inWte.told.has(countName(group, of))
}

const isWte = (indicator: Indicator): boolean =>
  indicator.compares === 'ratio' && (indicator.people !== undefined || indicator.peopleBelow !== undefined)

interface Told {
  readonly names: readonly string[]
  readonly rows: readonly string[]
  readonly rowsOf: Rows
}

/** The same table in whole-time equivalents: the same counts, with their people behind them. */
function wteTable({ counts }: CountTable, within: readonly Contributor[], { names, rows, rowsOf }: Told): CountTable {
  const parts = partsOf(within, names)
  const elements = parts.flatMap(({ members }) =>
    rows.map((row) => sum(members.map((each) => rowsOf(each)[row]?.told ?? 0))),
  )
  return {
    unit: 'wte',
    elements,
    counts: counts.map((count): Count => ({
      ...count,
      people: count.value,
      value: sum(count.parts.map((part) => elements[part] ?? 0)),
    })),
  }
}

/** The people are given with each member: nothing is left to be worked out. */
const nothing = { kind: 'number', value: 0 } as const

function hiddenOf(indicator: Indicator, group: string, numerator: boolean, denominator: boolean): HiddenShare[] {
  if (!numerator && !denominator) return []
  const hides = numerator && denominator ? 'both' : numerator ? 'numerator' : 'denominator'
  return [{ indicator: indicator.code, group, hides }]
}
