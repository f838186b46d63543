import type { Spread } from '../../domain/benchmarks/statistics'
import { element, type Element } from './element'
import type { Scale } from './scale'

/** The values of a spread that are told, from the least to the greatest. */
export const valuesIn = (spread: Spread): number[] =>
  [spread.least, spread.lowerQuartile, spread.median, spread.upperQuartile, spread.greatest].filter(
    (value) => value !== undefined,
  )

/** The middle half as a band, the median as a heavy line across it, and from the least to the greatest a thin one. */
export function spreadAt(spread: Spread, { at, share }: Scale, y: number, height: number): Element {
  const { median, lowerQuartile, upperQuartile, least, greatest } = spread
  const middle = y + height / 2
  const parts: Element[] = []
  if (least !== undefined && greatest !== undefined) {
    parts.push(element('line', { class: 'strip__range', x1: at(least), x2: at(greatest), y1: middle, y2: middle }))
    for (const end of [least, greatest])
      parts.push(element('line', { class: 'strip__range', x1: at(end), x2: at(end), y1: middle - 6, y2: middle + 6 }))
  }
  if (lowerQuartile !== undefined && upperQuartile !== undefined) {
    const width = `${Math.max(0, Math.round((share(upperQuartile) - share(lowerQuartile)) * 100) / 100)}%`
    parts.push(element('rect', { class: 'strip__middle', x: at(lowerQuartile), width, y, height }))
  }
  if (median !== undefined)
    parts.push(
      element('line', { class: 'strip__median', x1: at(median), x2: at(median), y1: y - 4, y2: y + height + 4 }),
    )
  return element('g', {}, ...parts)
}
