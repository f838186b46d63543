import type { Indicator } from '../benchmarks/indicator'
import { type Contributor, type EarlierGroup } from './contributor'
import { isDominated } from './dominance'
import { gate } from './family'
import type { Figure, Mark, Reason, Shown } from './figure'
import { familyOf } from './groups'
import { marksOf } from './marks'
import { parameters } from './parameters'
import { halfAwayFromZero, told } from './rounding'
import { lowerQuartile, mean, median, ranked, sum, upperQuartile } from './statistics'
import { together, withheldTogether, type Together } from './together'

export interface Disclosed {
  readonly figures: readonly Figure[]
  /** Whether those who agreed to be named may be shown by name: then these are their marks. */
  readonly named: boolean
  readonly marks: readonly Mark[]
  /** Groups whose figures are told: what a later release has to reckon with. */
  readonly accepted: readonly string[]
}

/** What everybody may see of one indicator: a figure for every group that has contributors, its parts told or withheld. */
export function figuresOf(
  indicator: Indicator,
  contributors: readonly Contributor[],
  earlier: readonly EarlierGroup[],
): Disclosed {
  if (indicator.compares === 'organisations') return counted(indicator, contributors)
  const standings = gate(contributors, earlier)
  const figures = familyOf(contributors).map(([group, inGroup]): Figure => {
    const standing = standings.get(group) ?? 'too_few_organisations'
    const head = { indicator: indicator.code, group, organisations: inGroup.length }
    if (standing !== 'accepted') return { ...head, ...withheldSpread(standing), ...withheldTogether(standing) }
    return { ...head, ...spread(indicator, inGroup), ...togetherOf(indicator, group, inGroup) }
  })
  const accepted = figures.flatMap(({ group }) => (standings.get(group) === 'accepted' ? [group] : []))
  const marks = marksOf(indicator, contributors, accepted)
  return { figures, named: marks !== undefined, marks: marks ?? [], accepted }
}

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

type Spread = Omit<Figure, 'indicator' | 'group' | 'organisations' | keyof Together>

const withheldSpread = (withheld: Reason): Spread => ({
  mean: { withheld },
  median: { withheld },
  lowerQuartile: { withheld },
  upperQuartile: { withheld },
  least: { withheld },
  greatest: { withheld },
})

/** How organisations stand, each counting as one. */
function spread(indicator: Indicator, contributors: readonly Contributor[]): Spread {
  const rates = ranked(contributors.map(({ rate }) => rate))
  const quartile = (value: number) =>
    from(rates, parameters.organisationsForQuartiles, 'too_few_for_quartiles', told(value, indicator.scale))
  return {
    mean: meanOf(indicator, rates),
    median: { value: told(median(rates), indicator.scale) },
    lowerQuartile: quartile(lowerQuartile(rates)),
    upperQuartile: quartile(upperQuartile(rates)),
    least: end(indicator, rates, rates[0]),
    greatest: end(indicator, rates, rates.at(-1)),
  }
}

function meanOf(indicator: Indicator, rates: readonly number[]): Shown {
  if (indicator.compares === 'amount') return { withheld: 'not_told' }
  if (isDominated(rates)) return { withheld: 'dominated' }
  return { value: told(mean(rates), indicator.scale) }
}

/** Whose value it is nobody can say, in a group so large; of what people are it is told to nobody. */
function end(indicator: Indicator, rates: readonly number[], value = 0): Shown {
  if (indicator.compares === 'amount' || indicator.subject === 'protected') return { withheld: 'not_told' }
  return from(rates, parameters.organisationsForRange, 'too_few_for_range', halfAwayFromZero(value))
}

const from = (rates: readonly number[], organisations: number, withheld: Reason, value: number): Shown =>
  rates.length < organisations ? { withheld } : { value }

/** Of pay and of how well a return is answered nothing is added up. */
const togetherOf = (indicator: Indicator, group: string, contributors: readonly Contributor[]): Together =>
  indicator.compares === 'ratio' ? together(indicator, group, contributors) : withheldTogether('not_told')
