import type { Indicator, Tally } from '../benchmarks/indicator'
import type { Contributor } from './contributor'
import { isPooled } from './groups'
import { hideSmall } from './hideSmall'
import { countName, tableOf, type TallyMember } from './tallyTable'
import type { HiddenShare } from './tallyTables'

const COUNTED = 'counted'
const NOT_COUNTED = 'not_counted'
const BELOW = 'below'

/**
 * What must be hidden of the counts an indicator is made of, so that a small number of one region cannot be had by taking
 * the other regions from England. They are a table of one row, or, of a percentage, of those counted and those not, with
 * England and the regions for columns, and are judged as such a table is. WTE are judged by their people.
 */
export function hiddenMargins(
  indicator: Indicator,
  contributors: readonly Contributor[],
  accepted: readonly string[],
): HiddenShare[] {
  const groups = accepted.filter(isPooled)
  if (indicator.compares !== 'ratio' || groups.length === 0) return []
  if (indicator.scale === 'percent') {
    const told = toldOf(indicator, groups, contributors, shares)
    return groups.flatMap((group) => {
      const numerator = !told.has(countName(group, [COUNTED]))
      return hiddenOf(indicator, group, numerator, !told.has(countName(group, [COUNTED, NOT_COUNTED])))
    })
  }
  const counted = toldOf(indicator, groups, contributors, ({ people }) => ({ [COUNTED]: people }))
  // Populations are known to everybody.
  const below =
    indicator.scale === 'per_100k'
      ? undefined
      : toldOf(indicator, groups, contributors, ({ peopleBelow }) => ({ [BELOW]: peopleBelow }))
  return groups.flatMap((group) => {
    const denominator = below !== undefined && !below.has(countName(group, [BELOW]))
    return hiddenOf(indicator, group, !counted.has(countName(group, [COUNTED])), denominator)
  })
}

/** Those counted, and those not. */
const shares = ({ people, peopleBelow }: Contributor) => ({
  [COUNTED]: people,
  [NOT_COUNTED]: Math.max(0, peopleBelow - people),
})

/** Names of the counts that may be told. */
function toldOf(
  { code, label, subject, organisations }: Indicator,
  groups: readonly string[],
  contributors: readonly Contributor[],
  people: (contributor: Contributor) => Readonly<Record<string, number>>,
): ReadonlyMap<string, unknown> {
  const members = contributors.map((contributor): TallyMember => ({
    submission: contributor.submission,
    groups: contributor.groups,
    people: people(contributor),
  }))
  const rows = Object.keys(members[0]?.people ?? {}).map((row) => ({ code: row, label: row, people: nothing }))
  const guarded = subject === 'protected' ? 'protected' : 'workforce'
  const tally: Tally = { code, label, subject: guarded, organisations, rows, shares: {} }
  return hideSmall(tableOf(tally, members, groups)).told
}

/** The people are given with each member: nothing is left to be worked out. */
const nothing = { kind: 'number', value: 0 } as const

function hiddenOf(indicator: Indicator, group: string, numerator: boolean, denominator: boolean): HiddenShare[] {
  if (!numerator && !denominator) return []
  const hides = numerator && denominator ? 'both' : numerator ? 'numerator' : 'denominator'
  return [{ indicator: indicator.code, group, hides }]
}
