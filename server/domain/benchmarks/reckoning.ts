import type { Contributor, EarlierGroup } from '../disclosure/contributor'
import type { Figure, Mark } from '../disclosure/figure'
import { figuresOf } from '../disclosure/figuresOf'
import { totalsTooLike, type ExactTotal } from '../disclosure/likeTotals'
import { isNational } from '../disclosure/groups'
import { tallyTables, withoutShares, type TallyTables } from '../disclosure/tallyTables'
import type { TallyMember } from '../disclosure/tallyTable'
import type { Content, Contributors } from './content'
import type { Indicator, Tally } from './indicator'
import { ofIndicator, ofTally, withoutTotals, type Places } from './exactTotals'
import type { Member } from './member'

/** What a release tells of one indicator. */
export interface IndicatorPart {
  readonly figures: readonly Figure[]
  readonly marks: readonly Mark[]
  readonly contributors: Contributors
  /** Whether anything but counts of organisations is told. */
  readonly tells: boolean
  readonly keptBack: number
  readonly exact: readonly ExactTotal[]
}

/** What a release tells of one tally. */
export interface TallyPart extends TallyTables {
  readonly contributors: Contributors
  readonly keptBack: number
  readonly exact: readonly ExactTotal[]
}

/** What a part is reckoned beside. */
interface Beside {
  readonly earlier: readonly EarlierGroup[]
  readonly places: Places
}

/** What a release tells, and keeps, of one indicator. */
export function indicatorPart(
  indicator: Indicator,
  contributors: readonly Contributor[],
  { earlier, places }: Beside,
): IndicatorPart {
  const { figures, marks, accepted } = figuresOf(indicator, contributors, earlier)
  return {
    figures,
    marks,
    contributors: contributorsOf(indicator.code, contributors, accepted),
    tells: accepted.length > 0 && indicator.subject !== 'organisations',
    keptBack: keptBack(accepted, earlier),
    exact: ofIndicator(indicator, figures, contributors, places),
  }
}

/** What a release tells, and keeps, of one table of people. */
export function tallyPart(tally: Tally, members: readonly TallyMember[], { earlier, places }: Beside): TallyPart {
  const tables = tallyTables(tally, members, earlier)
  return {
    ...tables,
    contributors: contributorsOf(tally.code, members, tables.accepted),
    keptBack: keptBack(tables.accepted, earlier),
    exact: ofTally(tally, tables.tables, members, places),
  }
}

const contributorsOf = (
  code: string,
  contributors: readonly { readonly submission: string }[],
  groups: readonly string[],
): Contributors => ({ code, submissions: contributors.map(({ submission }) => submission), groups })

/**
 * Everything a release tells. Shares that would give away a hidden number of a table are taken out of the figures, and
 * totals that differ from another of the same thing by a few organisations.
 */
export function contentOf(
  members: readonly Member[],
  indicators: readonly IndicatorPart[],
  tallies: readonly TallyPart[],
): Content {
  const parts = [...tallies, ...indicators]
  const tooLike = totalsTooLike(
    parts.flatMap(({ exact }) => exact),
    nationalMembers(members),
  )
  const figures = withoutShares(
    indicators.flatMap((part) => part.figures),
    tallies.flatMap((part) => part.hiddenShares),
  )
  const told = withoutTotals(
    figures,
    tallies.flatMap(({ tables }) => tables),
    tooLike,
  )
  return {
    ...told,
    members,
    contributors: [...indicators, ...tallies].map(({ contributors }) => contributors),
    marks: indicators.flatMap(({ marks }) => marks),
  }
}

/** Where the members of each group of England stand among all. */
function nationalMembers(members: readonly Member[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [at, { groups }] of members.entries()) {
    for (const group of groups.filter(isNational)) {
      const known = found.get(group)
      if (known) known.push(at)
      else found.set(group, [at])
    }
  }
  return found
}

/** Groups that earlier releases told of and that are not told of now: beside them too much would be said of a few. */
const keptBack = (accepted: readonly string[], earlier: readonly EarlierGroup[]): number =>
  [...new Set(earlier.map(({ group }) => group))].filter((group) => !accepted.includes(group)).length
