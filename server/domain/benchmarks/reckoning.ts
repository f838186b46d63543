import type { Contributor, EarlierGroup } from '../disclosure/contributor'
import type { Figure, Mark } from '../disclosure/figure'
import { figuresOf } from '../disclosure/figuresOf'
import { totalsTooLike, type EarlierTotal, type ExactTotal } from '../disclosure/likeTotals'
import { isNational } from '../disclosure/groups'
import { tallyTables, withoutShares, type TallyTables } from '../disclosure/tallyTables'
import type { TallyMember } from '../disclosure/tallyTable'
import type { Content, Contributors } from './content'
import type { Indicator, Tally } from './indicator'
import { earlierOfIndicator, earlierOfTally, ofIndicator, ofTally, withoutTotals, type Places } from './exactTotals'
import type { Member } from './member'
import { asNow, goneOf, standsFor } from './unchanged'

/** What a release tells of one indicator. */
export interface IndicatorPart {
  readonly figures: readonly Figure[]
  readonly marks: readonly Mark[]
  readonly contributors: Contributors
  /** Whether anything but counts of organisations is told. */
  readonly tells: boolean
  readonly keptBack: number
  readonly exact: readonly ExactTotal[]
  readonly earlier: readonly EarlierTotal[]
}

/** What a release tells of one tally. */
export interface TallyPart extends TallyTables {
  readonly contributors: Contributors
  readonly keptBack: number
  readonly exact: readonly ExactTotal[]
  readonly earlier: readonly EarlierTotal[]
}

/** What a part is reckoned beside: what earlier releases told of it, by submissions some of which stand no more. */
interface Beside<M> {
  readonly earlier: readonly EarlierGroup[]
  readonly past: readonly M[]
  readonly places: Places
}

/** What a release tells, and keeps, of one indicator. */
export function indicatorPart(
  indicator: Indicator,
  contributors: readonly Contributor[],
  { earlier, past, places }: Beside<Contributor>,
): IndicatorPart {
  const all = [...contributors, ...past]
  const stands = standsFor(all, ({ organisation }) => organisation, saidBy)
  const { figures, marks, accepted } = figuresOf(indicator, contributors, asNow(earlier, stands), goneOf(past, stands))
  return {
    figures,
    marks,
    contributors: contributorsOf(indicator.code, contributors, accepted),
    tells: accepted.length > 0 && indicator.subject !== 'organisations',
    keptBack: keptBack(accepted, earlier),
    exact: ofIndicator(indicator, figures, contributors, places),
    earlier: earlierOfIndicator(indicator, earlier, all, places),
  }
}

const saidBy = ({ numerator, denominator, people, peopleBelow }: Contributor): string =>
  [numerator, denominator, people, peopleBelow].join()

/** What a release tells, and keeps, of one table of people. */
export function tallyPart(
  tally: Tally,
  members: readonly TallyMember[],
  { earlier, past, places }: Beside<TallyMember>,
): TallyPart {
  const all = [...members, ...past]
  const placeOf = ({ submission }: TallyMember) => String(places.of.get(submission))
  const stands = standsFor(all, placeOf, ({ people }) => Object.values(people).join())
  const tables = tallyTables(tally, members, asNow(earlier, stands), goneOf(past, stands))
  return {
    ...tables,
    contributors: contributorsOf(tally.code, members, tables.accepted),
    keptBack: keptBack(tables.accepted, earlier),
    exact: ofTally(tally, tables.tables, members, places),
    earlier: earlierOfTally(tally, earlier, all, places),
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
  { members, past }: { readonly members: readonly Member[]; readonly past: readonly Member[] },
  indicators: readonly IndicatorPart[],
  tallies: readonly TallyPart[],
): Content {
  const parts = [...tallies, ...indicators]
  const tooLike = totalsTooLike(
    parts.flatMap(({ exact }) => exact),
    nationalMembers([...members, ...past]),
    parts.flatMap(({ earlier }) => earlier),
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

/** Where the organisations of each group of England stand among all, those of earlier releases among them. */
function nationalMembers(members: readonly Member[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number>()
  const found = new Map<string, Set<number>>()
  for (const { returnId, groups } of members) {
    const at = places.get(returnId) ?? places.size
    places.set(returnId, at)
    for (const group of groups.filter(isNational)) {
      const known = found.get(group)
      if (known) known.add(at)
      else found.set(group, new Set([at]))
    }
  }
  return new Map([...found].map(([group, inGroup]) => [group, [...inGroup]]))
}

/** Groups that earlier releases told of and that are not told of now: beside them too much would be said of a few. */
const keptBack = (accepted: readonly string[], earlier: readonly EarlierGroup[]): number =>
  [...new Set(earlier.map(({ group }) => group))].filter((group) => !accepted.includes(group)).length
