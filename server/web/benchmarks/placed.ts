import { countsOrganisations } from '../../domain/benchmarks/countsOrganisations'
import type { Indicator } from '../../domain/benchmarks/indicator'
import { placeInWords, placeOf } from '../../domain/benchmarks/place'
import { valueOf } from '../../domain/benchmarks/reasonsInWords'
import { middleHalf } from '../../domain/benchmarks/statistics'
import { shown } from '../../domain/benchmarks/written'
import { told } from '../../domain/disclosure/rounding'
import { capital, type Compared } from './compared'
import type { Own } from './ownWords'

/** "Higher than three quarters of NHS trusts"; nothing where that cannot be said. */
export function placeWords(indicator: Indicator, own: Own, { figure, those }: Compared): string {
  if (own.value === undefined || !figure) return ''
  const published = {
    lowerQuartile: valueOf(figure.lowerQuartile),
    median: valueOf(figure.median),
    upperQuartile: valueOf(figure.upperQuartile),
  }
  const place = placeOf(told(own.value, indicator.scale), published)
  return placeInWords(place, those, published.lowerQuartile !== undefined && published.upperQuartile !== undefined)
}

/** "Middle half: 3.1% to 5.2%", or as much as is told. */
export function othersWords(indicator: Indicator, { figure, those }: Compared): string {
  if (!figure) return ''
  if (countsOrganisations(indicator)) {
    const { pooled, numerator, denominator } = figure
    const [some, all] = [shown(indicator, 'numerator', numerator), shown(indicator, 'denominator', denominator)]
    return `${some} of ${all} ${those} (${shown(indicator, 'pooled', pooled)})`
  }
  const half = middleHalf(indicator, figure)
  if (half !== undefined) return `Middle half: ${half}`
  return 'value' in figure.median ? `Median: ${shown(indicator, 'median', figure.median)}` : ''
}

/** The whole of a strip in one sentence, for those who do not see it. */
export function stripWords(indicator: Indicator, own: Own, compared: Compared): string {
  const { figure, those } = compared
  const median = figure && 'value' in figure.median ? `the median is ${shown(indicator, 'median', figure.median)}` : ''
  const half = figure ? middleHalf(indicator, figure) : undefined
  const group = [half === undefined ? '' : `the middle half lies from ${half}`, median].filter((each) => each !== '')
  const mine = own.value === undefined ? 'You have no figure.' : `Your figure is ${own.text}.`
  return group.length === 0 ? mine : `${mine} ${capital(`of ${those}, ${group.join(', and ')}`)}.`
}
