import { countsOrganisations } from '../benchmarks/countsOrganisations'
import type { Indicator } from '../benchmarks/indicator'
import type { Contributor, EarlierGroup } from './contributor'
import { dominatedIn } from './dominance'
import { gate } from './family'
import type { Figure, Mark, Reason } from './figure'
import { familyOf, isPooled } from './groups'
import { hiddenMargins } from './margins'
import { marksOf } from './marks'
import { spread, withheldSpread } from './spread'
import { sum } from './statistics'
import { withoutShares } from './tallyTables'
import { together, withheldTogether } from './together'

export interface Disclosed {
  readonly figures: readonly Figure[]
  /** Whether those who agreed to be named may be shown by name: then these are their marks. */
  readonly named: boolean
  readonly marks: readonly Mark[]
  /** Groups whose figures are told: what a later release has to reckon with. */
  readonly accepted: readonly string[]
}

/**
 * What everybody may see of one indicator: a figure for every group that has contributors, its parts told or withheld.
 * Those of the past contributed to earlier releases with submissions that do not stand any more.
 */
export function figuresOf(
  indicator: Indicator,
  contributors: readonly Contributor[],
  earlier: readonly EarlierGroup[],
  past: readonly Contributor[] = [],
): Disclosed {
  if (countsOrganisations(indicator)) return counted(indicator, contributors)
  const standings = gate(contributors, earlier)
  const family = familyOf(contributors)
  const accepted = family.flatMap(([group]) => (standings.get(group) === 'accepted' ? [group] : []))
  const withheld = sumsWithheld(indicator, contributors, accepted, toldAlready(contributors, earlier))
  const figures = family.map(([group, inGroup]): Figure => {
    const standing = standings.get(group) ?? 'too_few_organisations'
    const head = { indicator: indicator.code, group, organisations: inGroup.length }
    if (standing !== 'accepted') return { ...head, ...withheldSpread(standing), ...withheldTogether(standing) }
    const { mean, pooled } = withheld(group)
    const made = pooled ? withheldTogether(pooled) : together(indicator, group, inGroup)
    return { ...head, ...spread(indicator, inGroup, mean), ...made }
  })
  const marks = marksOf(indicator, contributors, accepted, earlier)
  const told = withoutShares(figures, hiddenMargins(indicator, { members: contributors, past }, accepted, earlier))
  return { figures: told, named: marks !== undefined, marks: marks ?? [], accepted }
}

/**
 * Why of a group that is told the mean is withheld, or what its organisations make together. Of pay and of how well returns
 * are answered nothing is added up; nor in groups of those who are like one another.
 */
function sumsWithheld(
  indicator: Indicator,
  contributors: readonly Contributor[],
  accepted: readonly string[],
  already: readonly string[],
) {
  const pooled = indicator.compares === 'ratio' ? accepted.filter(isPooled) : []
  const means = indicator.compares === 'amount' ? [] : accepted
  const byRate = dominatedIn(contributors, { groups: means, already }, ({ rate }) => rate)
  const byEither = dominatedIn(
    contributors,
    { groups: pooled, already },
    ({ numerator }) => numerator,
    ({ denominator }) => denominator,
  )
  return (group: string): { mean: Reason | undefined; pooled: Reason | undefined } => ({
    mean: means.includes(group) ? byRate.get(group) : 'not_told',
    pooled: pooled.includes(group) ? byEither.get(group) : 'not_told',
  })
}

/** Groups of the very same submissions of which an earlier release told: what it said of them is known. */
const toldAlready = (contributors: readonly Contributor[], earlier: readonly EarlierGroup[]): string[] =>
  familyOf(contributors).flatMap(([group, inGroup]) => {
    const isSame = ({ submissions }: EarlierGroup) =>
      submissions.size === inGroup.length && inGroup.every(({ submission }) => submissions.has(submission))
    return earlier.some((each) => each.group === group && isSame(each)) ? [group] : []
  })

/** How many organisations of a group do something is told of every group, however small. */
function counted(indicator: Indicator, contributors: readonly Contributor[]): Disclosed {
  const figures = familyOf(contributors).map(([group, inGroup]): Figure => {
    const numerator = sum(inGroup.map((contributor) => contributor.numerator))
    const denominator = sum(inGroup.map((contributor) => contributor.denominator))
    return {
      indicator: indicator.code,
      group,
      organisations: inGroup.length,
      ...withheldSpread('not_told'),
      pooled: denominator === 0 ? { withheld: 'not_told' } : { value: (numerator / denominator) * 100 },
      numerator: { value: numerator },
      denominator: { value: denominator },
    }
  })
  return { figures, named: false, marks: [], accepted: figures.map(({ group }) => group) }
}
