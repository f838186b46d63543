import type { Indicator, Scale } from '../benchmarks/indicator'
import type { Contributor } from './contributor'
import type { Figure, Reason, Shown } from './figure'
import { isNational } from './groups'
import { parameters } from './parameters'
import { nearestFive, told } from './rounding'
import { isSmall } from './small'
import { sum } from './statistics'

/** What organisations make together. */
export type Together = Pick<Figure, 'pooled' | 'numerator' | 'denominator'>

const times: Readonly<Record<Scale, number>> = { per_100k: 100_000, percent: 100, each: 1, pounds: 1 }

/** The three withheld for one reason. */
export const withheldTogether = (withheld: Reason): Together => ({
  pooled: { withheld },
  numerator: { withheld },
  denominator: { withheld },
})

/**
 * All numerators over all denominators of a group, and the two it is made of. England is told unrounded, only small numbers
 * of people with a protected characteristic are hidden; below it counts are rounded, small ones hidden, and the rate is
 * reckoned from what is shown.
 */
export function together(indicator: Indicator, group: string, contributors: readonly Contributor[]): Together {
  const totals = {
    numerator: sum(contributors.map(({ numerator }) => numerator)),
    denominator: sum(contributors.map(({ denominator }) => denominator)),
    people: sum(contributors.map(({ people }) => people)),
    peopleBelow: sum(contributors.map(({ peopleBelow }) => peopleBelow)),
  }
  return isNational(group) ? nationally(indicator, totals) : locally(indicator, totals)
}

interface Totals {
  readonly numerator: number
  readonly denominator: number
  readonly people: number
  readonly peopleBelow: number
}

/** Few who are, or of a percentage few who are not, which tells as much. */
const isSmallPart = ({ scale }: Indicator, { people, peopleBelow }: Totals): boolean =>
  isSmall(people) || (scale === 'percent' && isSmall(peopleBelow - people))

function nationally(indicator: Indicator, totals: Totals): Together {
  const isHidden = indicator.subject === 'protected' && isSmallPart(indicator, totals)
  const isHiddenBelow = indicator.subject === 'protected' && isSmall(totals.peopleBelow)
  return {
    pooled:
      isHidden || isHiddenBelow ? { withheld: 'small_number' } : rate(indicator, totals.numerator, totals.denominator),
    numerator: isHidden ? { withheld: 'small_number' } : { value: totals.numerator },
    denominator: isHiddenBelow ? { withheld: 'small_number' } : { value: totals.denominator },
  }
}

function locally(indicator: Indicator, totals: Totals): Together {
  const numerator = isSmallPart(indicator, totals) ? undefined : nearestFive(totals.numerator)
  const denominator = isSmall(totals.peopleBelow) ? undefined : nearestFive(totals.denominator)
  return {
    pooled: localRate(indicator, totals, numerator, denominator),
    numerator: shown(numerator),
    denominator: shown(denominator),
  }
}

function localRate(indicator: Indicator, { peopleBelow }: Totals, numerator?: number, denominator?: number): Shown {
  if (numerator === undefined || denominator === undefined) return { withheld: 'small_number' }
  const isOfFew = nearestFive(peopleBelow) < parameters.peopleForPercentage
  if (denominator === 0 || (indicator.scale === 'percent' && isOfFew)) return { withheld: 'few_people' }
  return { value: told((numerator / denominator) * times[indicator.scale], indicator.scale) }
}

/** Nothing over nothing is no rate. */
const rate = ({ scale }: Indicator, numerator: number, denominator: number): Shown =>
  denominator === 0 ? { withheld: 'few_people' } : { value: (numerator / denominator) * times[scale] }

const shown = (count: number | undefined): Shown =>
  count === undefined ? { withheld: 'small_number' } : { value: count }
