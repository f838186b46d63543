import type { Indicator } from '../benchmarks/indicator'
import type { Contributor } from './contributor'
import { isDominated } from './dominance'
import { gate } from './family'
import type { Mark } from './figure'
import { parameters } from './parameters'
import { halfAwayFromZero } from './rounding'

/**
 * What those who agreed to be named are shown at; undefined where naming them would leave too few of the others, or tell
 * of one of them.
 */
export function marksOf(
  indicator: Indicator,
  contributors: readonly Contributor[],
  accepted: readonly string[],
): readonly Mark[] | undefined {
  if (indicator.subject === 'protected' || indicator.compares !== 'ratio') return undefined
  const marked = contributors.filter((contributor) => mayBeMarked(indicator, contributor))
  if (marked.length === 0 || !othersAreSafe(contributors, new Set(marked), accepted)) return undefined
  return marked.map(({ organisation, rate }) => ({
    indicator: indicator.code,
    organisation,
    value: halfAwayFromZero(rate, indicator.decimals),
  }))
}

/** Agreed, and not of so few people that the mark would tell of them. */
function mayBeMarked({ scale }: Indicator, { named, people, peopleBelow }: Contributor): boolean {
  const isEnough = people === 0 || people >= parameters.leastPeople
  const isOfEnough = scale !== 'percent' || peopleBelow >= parameters.peopleForPercentage
  return named && isEnough && isOfEnough
}

/** Whoever takes the named ones away from the groups that are told is left with groups that could be told too. */
function othersAreSafe(
  contributors: readonly Contributor[],
  marked: ReadonlySet<Contributor>,
  accepted: readonly string[],
): boolean {
  const others = contributors
    .filter((contributor) => !marked.has(contributor))
    .map((other) => ({ ...other, groups: other.groups.filter((group) => accepted.includes(group)) }))
  const isWhole = [...gate(others, []).values()].every((standing) => standing === 'accepted')
  return isWhole && !accepted.some((group) => isDominated(ratesIn(others, group)))
}

const ratesIn = (contributors: readonly Contributor[], group: string): number[] =>
  contributors.flatMap(({ groups, rate }) => (groups.includes(group) ? [rate] : []))
