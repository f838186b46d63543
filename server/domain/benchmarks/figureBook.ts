import type { Figure } from '../disclosure/figure'

/** The figures of a release, to be looked up. */
export interface FigureBook {
  readonly at: (indicator: string, group: string) => Figure | undefined
  readonly groups: readonly string[]
}

/** The figures of a release by indicator and group, each found at once. */
export function figureBook(figures: readonly Figure[]): FigureBook {
  const found = new Map(figures.map((figure) => [keyOf(figure.indicator, figure.group), figure]))
  return {
    at: (indicator, group) => found.get(keyOf(indicator, group)),
    groups: [...new Set(figures.map(({ group }) => group))],
  }
}

const keyOf = (indicator: string, group: string): string => `${indicator} ${group}`
