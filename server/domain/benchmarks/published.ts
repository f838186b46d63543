import type { Figure } from '../disclosure/figure'

/** A figure somebody else has published, or that explains one of ours: never collected, never overwritten by what is. */
export interface Published {
  readonly label: string
  readonly value: number
  readonly unit: 'WTE' | 'per cent'
  /** Whose figure it is, and where it stands. */
  readonly source: string
  /** What day or period it is about. */
  readonly date: string
  readonly note?: string
  /** The indicator it stands beside, where it is of one. */
  readonly indicator?: string
}

/** A figure of ours over somebody else's. */
export interface ShareOfPublished {
  readonly label: string
  /** Its numerator for the group, as it is told. */
  readonly indicator: string
  readonly group: string
  readonly of: Published
}

/** Such a share as it came out, with what it is of. */
export interface Beside {
  readonly label: string
  readonly figure: number
  /** Full precision. */
  readonly percent: number
  readonly of: Published
}

/** The shares that can be told: those whose figure is. */
export const besides = (shares: readonly ShareOfPublished[], figures: readonly Figure[]): Beside[] =>
  shares.flatMap(({ label, indicator, group, of }) => {
    const numerator = figures.find((each) => each.indicator === indicator && each.group === group)?.numerator
    if (!numerator || !('value' in numerator)) return []
    return [{ label, figure: numerator.value, percent: (numerator.value / of.value) * 100, of }]
  })

/** What a release is told with that was not collected: constants with their sources, and our figures as shares of them. */
export interface Elsewhere {
  readonly published: readonly Published[]
  readonly besides: readonly Beside[]
}
