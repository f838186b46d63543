/** Where an organisation stands in its group, by what is published of it. */
export type Place = 'above' | 'upper' | 'middle' | 'lower' | 'below' | 'unknown'

interface Published {
  readonly lowerQuartile: number | undefined
  readonly median: number | undefined
  readonly upperQuartile: number | undefined
}

/**
 * Above the upper quartile, or below the lower one; within the middle half above, at or below the median. What is compared
 * is the figure as it would be published: `rounded` as the group's are.
 */
export function placeOf(rounded: number, { lowerQuartile, median, upperQuartile }: Published): Place {
  if (upperQuartile !== undefined && rounded > upperQuartile) return 'above'
  if (lowerQuartile !== undefined && rounded < lowerQuartile) return 'below'
  if (median === undefined) return 'unknown'
  if (rounded === median) return 'middle'
  return rounded > median ? 'upper' : 'lower'
}

/** "Higher than three quarters of NHS trusts"; where there are no quartiles, higher or lower than half. */
export function placeInWords(place: Place, others: string, hasQuartiles: boolean): string {
  const within = hasQuartiles ? 'In the middle half, ' : ''
  const half = (which: string) =>
    hasQuartiles ? `${within}${which} the median of ${others}` : `${which} the median of ${others}`
  switch (place) {
    case 'above':
      return `Higher than three quarters of ${others}`
    case 'below':
      return `Lower than three quarters of ${others}`
    case 'upper':
      return capital(half('above'))
    case 'lower':
      return capital(half('below'))
    case 'middle':
      return capital(half('at'))
    case 'unknown':
      return ''
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
