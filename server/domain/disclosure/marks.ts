import type { Indicator } from '../benchmarks/indicator'
import type { Contributor, EarlierGroup } from './contributor'
import { dominatedIn } from './dominance'
import { gate } from './family'
import type { Mark } from './figure'
import { parameters } from './parameters'
import { halfAwayFromZero } from './rounding'
import { isSmall } from './small'

/**
 * What those who agreed to be named are shown at; undefined where nobody may be, or where naming them would leave too few
 * of the others, or tell of one of them.
 */
export function marksOf(
  indicator: Indicator,
  contributors: readonly Contributor[],
  accepted: readonly string[],
  earlier: readonly EarlierGroup[],
): readonly Mark[] | undefined {
  if (indicator.subject === 'protected' || indicator.compares !== 'ratio') return undefined
  const isAccepted = new Set(accepted)
  const inGroups = contributors.map((contributor) => ({
    ...contributor,
    groups: contributor.groups.filter((group) => isAccepted.has(group)),
  }))
  const marked = inGroups.filter((contributor) => mayBeMarked(indicator, contributor))
  const others = inGroups.filter((contributor) => !mayBeMarked(indicator, contributor))
  if (marked.length === 0 || !areSafe(others, accepted, withoutMarked(earlier, marked))) return undefined
  return marked.map(({ organisation, rate }) => ({
    indicator: indicator.code,
    organisation,
    value: halfAwayFromZero(rate, indicator.decimals),
  }))
}

/** Agreed, in a group that is told, and not of so few people that the mark would tell of them. */
function mayBeMarked({ scale }: Indicator, { named, groups, people, peopleBelow }: Contributor): boolean {
  if (!named || groups.length === 0 || isSmall(people)) return false
  return scale !== 'percent' || (peopleBelow >= parameters.peopleForPercentage && !isSmall(peopleBelow - people))
}

/** Whoever takes the marked ones away from the groups that are told is left with groups that could be told as well. */
function areSafe(
  others: readonly Contributor[],
  accepted: readonly string[],
  earlier: readonly EarlierGroup[],
): boolean {
  const isTold = [...gate(others, earlier).values()].every((standing) => standing === 'accepted')
  return isTold && dominatedIn(others, { groups: accepted }, ({ rate }) => rate).size === 0
}

function withoutMarked(earlier: readonly EarlierGroup[], marked: readonly Contributor[]): EarlierGroup[] {
  const known = new Set(marked.map(({ submission }) => submission))
  return earlier.map((group) => ({
    ...group,
    submissions: new Set([...group.submissions].filter((submission) => !known.has(submission))),
  }))
}
