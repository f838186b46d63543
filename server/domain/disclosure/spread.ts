import type { Indicator } from '../benchmarks/indicator'
import type { Contributor } from './contributor'
import type { Figure, Reason, Shown } from './figure'
import { parameters } from './parameters'
import { halfAwayFromZero, told } from './rounding'
import { lowerQuartile, mean, median, ranked, upperQuartile } from './statistics'

/** How organisations stand, each counting as one. */
export type Spread = Pick<Figure, 'mean' | 'median' | 'lowerQuartile' | 'upperQuartile' | 'least' | 'greatest'>

/** All of it withheld for one reason. */
export const withheldSpread = (withheld: Reason): Spread => ({
  mean: { withheld },
  median: { withheld },
  lowerQuartile: { withheld },
  upperQuartile: { withheld },
  least: { withheld },
  greatest: { withheld },
})

/** Mean, median, quartiles and range of the organisations of a group; the mean is withheld where there is a reason to. */
export function spread(
  indicator: Indicator,
  contributors: readonly Contributor[],
  meanWithheld: Reason | undefined,
): Spread {
  const rates = ranked(contributors.map(({ rate }) => rate))
  const quartile = (value: number) =>
    from(rates, parameters.organisationsForQuartiles, 'too_few_for_quartiles', told(value, indicator.scale))
  return {
    mean: meanWithheld ? { withheld: meanWithheld } : { value: told(mean(rates), indicator.scale) },
    median: { value: told(median(rates), indicator.scale) },
    lowerQuartile: quartile(lowerQuartile(rates)),
    upperQuartile: quartile(upperQuartile(rates)),
    least: end(indicator, rates, rates[0]),
    greatest: end(indicator, rates, rates.at(-1)),
  }
}

/** Whose value it is nobody can say, in a group so large; of what people are it is told to nobody. */
function end(indicator: Indicator, rates: readonly number[], value = 0): Shown {
  if (indicator.compares === 'amount' || indicator.subject === 'protected') return { withheld: 'not_told' }
  return from(rates, parameters.organisationsForRange, 'too_few_for_range', halfAwayFromZero(value))
}

const from = (rates: readonly number[], organisations: number, withheld: Reason, value: number): Shown =>
  rates.length < organisations ? { withheld } : { value }
