import type { Figure } from '../disclosure/figure'
import type { Indicator } from './indicator'
import { shown, type Statistic } from './written'

/** What each statistic is called, and which there are of each kind of indicator. */
export const statistics = {
  median: 'Median',
  lowerQuartile: 'Lower quartile',
  upperQuartile: 'Upper quartile',
  mean: 'Mean',
  least: 'Least',
  greatest: 'Greatest',
  pooled: 'All together',
  numerator: 'Counted',
  denominator: 'Out of',
} as const satisfies Record<Statistic, string>

/** All of them, in the order in which they are told. */
export const everyStatistic: readonly Statistic[] = [
  'median',
  'lowerQuartile',
  'upperQuartile',
  'mean',
  'least',
  'greatest',
  'pooled',
  'numerator',
  'denominator',
]

const ofCounts = ['pooled', 'numerator', 'denominator'] as const satisfies readonly Statistic[]
const spread = ['median', 'lowerQuartile', 'upperQuartile'] as const satisfies readonly Statistic[]
const ofAll = [...spread, 'mean', 'least', 'greatest'] as const satisfies readonly Statistic[]

/** Which statistics are told of an indicator: of pay the middle and the quartiles, of what organisations do how many do. */
export function statisticsOf({ compares, subject }: Pick<Indicator, 'compares' | 'subject'>): readonly Statistic[] {
  switch (compares) {
    case 'organisations':
      return ofCounts
    case 'amount':
      return spread
    case 'quality':
      return ofAll
    case 'ratio':
      return subject === 'protected' ? [...spread, 'mean', ...ofCounts] : [...ofAll, ...ofCounts]
  }
}

/** "3.1% to 5.2%"; nothing where there is no middle half to tell. */
export function middleHalf(indicator: Indicator, { lowerQuartile, upperQuartile }: Figure): string | undefined {
  if (!('value' in lowerQuartile) || !('value' in upperQuartile)) return undefined
  return `${shown(indicator, 'lowerQuartile', lowerQuartile)} to ${shown(indicator, 'upperQuartile', upperQuartile)}`
}
