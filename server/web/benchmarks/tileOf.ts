import type { IndicatorPart } from './indicatorPart'

/** One headline: the reader's own figure beside the others', and the way to its chart. */
export interface Tile {
  readonly title: string
  readonly href: string
  readonly yours: string
  /** Whether it is words rather than a figure. */
  readonly isWords: boolean
  readonly place: string
  readonly others: string
}

/** The same indicator among the headlines. */
export const tileOf = ({ id, title, own, place, why, others, withheld }: IndicatorPart): Tile => ({
  title,
  href: `#${id}`,
  yours: own,
  isWords: !/\d/.test(own),
  place: place === '' ? why : place,
  others: withheld ?? others,
})
