import type { Figure } from '../disclosure/figure'
import { countsOrganisations } from './countsOrganisations'
import type { Indicator } from './indicator'
import { valueOf } from './reasonsInWords'
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

/**
 * Which statistics are told of an indicator: of what organisations do how many do, of pay the middle and the quartiles. A
 * figure of two decimals, about 1, would say nothing of its range in whole numbers.
 */
export function statisticsOf(indicator: Indicator): readonly Statistic[] {
  if (countsOrganisations(indicator)) return ofCounts
  if (indicator.compares === 'amount') return spread
  if (indicator.compares !== 'ratio') return ofAll
  return indicator.subject === 'protected' || indicator.decimals === 2
    ? [...spread, 'mean', ...ofCounts]
    : [...ofAll, ...ofCounts]
}

/** "3.1% to 5.2%"; nothing where there is no middle half to tell. */
export function middleHalf(indicator: Indicator, { lowerQuartile, upperQuartile }: Figure): string | undefined {
  if (!('value' in lowerQuartile) || !('value' in upperQuartile)) return undefined
  return `${shown(indicator, 'lowerQuartile', lowerQuartile)} to ${shown(indicator, 'upperQuartile', upperQuartile)}`
}

/** Whether its figures lie close together and far from nought, as pay does. */
export const liesFarFromNought = ({ scale, decimals }: Pick<Indicator, 'scale' | 'decimals'>): boolean =>
  scale === 'pounds' || decimals === 2

/** What of a group is drawn: the values of what is told. A range that rounding has put inside the middle half is left out. */
export function spreadOf(indicator: Indicator, figure: Figure | undefined): Spread {
  if (!figure) return {}
  const told = statisticsOf(indicator)
  const at = (statistic: keyof Spread) => (told.includes(statistic) ? valueOf(figure[statistic]) : undefined)
  const [least, lowerQuartile, median] = [at('least'), at('lowerQuartile'), at('median')]
  const [upperQuartile, greatest] = [at('upperQuartile'), at('greatest')]
  const isWide = (least ?? 0) <= (lowerQuartile ?? 0) && (greatest ?? 0) >= (upperQuartile ?? 0)
  return { median, lowerQuartile, upperQuartile, ...(isWide ? { least, greatest } : {}) }
}

export interface Spread {
  readonly median?: number | undefined
  readonly lowerQuartile?: number | undefined
  readonly upperQuartile?: number | undefined
  readonly least?: number | undefined
  readonly greatest?: number | undefined
}

/** The middle half and the median alone. */
export const middleOf = ({ median, lowerQuartile, upperQuartile }: Spread): Spread => ({
  median,
  lowerQuartile,
  upperQuartile,
})
