import type { Contributor, EarlierGroup } from '../disclosure/contributor'
import type { Figure, Mark } from '../disclosure/figure'
import { figuresOf } from '../disclosure/figuresOf'
import { tallyTables, withoutShares, type TallyTables } from '../disclosure/tallyTables'
import type { TallyMember } from '../disclosure/tallyTable'
import type { Content, Contributors } from './content'
import type { Indicator, Tally } from './indicator'
import type { Member } from './member'

/** What a release tells of one indicator. */
export interface IndicatorPart {
  readonly figures: readonly Figure[]
  readonly marks: readonly Mark[]
  readonly contributors: Contributors
  /** Whether anything but counts of organisations is told. */
  readonly tells: boolean
  readonly keptBack: number
}

/** What a release tells of one tally. */
export interface TallyPart extends TallyTables {
  readonly contributors: Contributors
  readonly keptBack: number
}

export function indicatorPart(
  indicator: Indicator,
  contributors: readonly Contributor[],
  earlier: readonly EarlierGroup[],
): IndicatorPart {
  const { figures, marks, accepted } = figuresOf(indicator, contributors, earlier)
  return {
    figures,
    marks,
    contributors: contributorsOf(indicator.code, contributors, accepted),
    tells: accepted.length > 0 && indicator.subject !== 'organisations',
    keptBack: keptBack(accepted, earlier),
  }
}

export function tallyPart(tally: Tally, members: readonly TallyMember[], earlier: readonly EarlierGroup[]): TallyPart {
  const tables = tallyTables(tally, members, earlier)
  return {
    ...tables,
    contributors: contributorsOf(tally.code, members, tables.accepted),
    keptBack: keptBack(tables.accepted, earlier),
  }
}

const contributorsOf = (
  code: string,
  contributors: readonly { readonly submission: string }[],
  groups: readonly string[],
): Contributors => ({ code, submissions: contributors.map(({ submission }) => submission), groups })

/** Everything a release tells: shares that would give away a hidden number of a table are taken out of the figures. */
export function contentOf(
  members: readonly Member[],
  indicators: readonly IndicatorPart[],
  tallies: readonly TallyPart[],
): Content {
  const hiddenShares = tallies.flatMap((part) => part.hiddenShares)
  return {
    members,
    figures: withoutShares(
      indicators.flatMap(({ figures }) => figures),
      hiddenShares,
    ),
    contributors: [...indicators, ...tallies].map(({ contributors }) => contributors),
    tallies: tallies.flatMap(({ tables }) => tables),
    marks: indicators.flatMap(({ marks }) => marks),
  }
}

/** Groups that earlier releases told of and that are not told of now: beside them too much would be said of a few. */
const keptBack = (accepted: readonly string[], earlier: readonly EarlierGroup[]): number =>
  [...new Set(earlier.map(({ group }) => group))].filter((group) => !accepted.includes(group)).length
