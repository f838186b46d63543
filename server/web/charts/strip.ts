import type { Spread } from '../../domain/benchmarks/statistics'
import { axis } from './axis'
import { canvas, type Told } from './canvas'
import { element, type Element } from './element'
import { anchorAt, scaleOf, type Scale } from './scale'
import { spreadAt, valuesIn } from './spread'
import { ticksFor } from './ticks'

/** One organisation among its group. */
export interface Strip extends Told {
  readonly spread: Spread
  /** What the median is called: "Median 4.0%". */
  readonly medianWords?: string | undefined
  /** The reader's own, with its words: "You 5.9%". */
  readonly own?: { readonly value: number; readonly words: string } | undefined
  /** Those who agreed to be named. */
  readonly others: readonly { readonly value: number; readonly words: string }[]
  readonly tickWords: (value: number) => string
}

const BAND = { y: 40, height: 32 }
const MIDDLE = BAND.y + BAND.height / 2
/** Where the words of the median stand, and what is below them. */
const WORDS = BAND.y + BAND.height + 20
const OTHERS = { y: WORDS + 8, height: 12 }

/** Whether there is anything to draw. */
export const isEmpty = ({ spread, own, others }: Pick<Strip, 'spread' | 'own' | 'others'>): boolean =>
  valuesIn(spread).length === 0 && own === undefined && others.length === 0

/**
 * A strip: the middle half shaded, the median across it with its value below, the reader's own mark with its value above,
 * those who agreed to be named as small ticks below. It is drawn from what is published and from the reader's own figure, and from nothing else.
 */
export function strip({ spread, medianWords, own, others, tickWords, ...told }: Strip): Element {
  const values = [...valuesIn(spread), ...(own ? [own.value] : []), ...others.map(({ value }) => value)]
  const scale = scaleOf(ticksFor(values, 5, told.mayStartLater))
  const floor = others.length === 0 ? WORDS + 10 : OTHERS.y + OTHERS.height + 6
  return canvas(told, floor + 28, [
    axis(scale, floor, tickWords),
    element('line', { class: 'strip__guide', x1: '0%', x2: '100%', y1: MIDDLE, y2: MIDDLE }),
    spreadAt(spread, scale, BAND.y, BAND.height),
    ...(spread.median === undefined || medianWords === undefined ? [] : [below(spread.median, medianWords, scale)]),
    ...others.map(({ value, words }) =>
      element(
        'line',
        { class: 'strip__other', x1: scale.at(value), x2: scale.at(value), y1: OTHERS.y, y2: OTHERS.y + OTHERS.height },
        element('title', {}, words),
      ),
    ),
    ...(own ? ownMark(own, scale) : []),
  ])
}

/** Words under the median. */
const below = (median: number, words: string, { at, share }: Scale): Element =>
  element(
    'text',
    { class: 'strip__text strip__text--small', x: at(median), y: WORDS, 'text-anchor': anchorAt(share(median), 30) },
    words,
  )

/** A pointer from above into the band: a shape of its own, and words. */
const ownMark = ({ value, words }: { readonly value: number; readonly words: string }, { at, share }: Scale) => [
  element(
    'text',
    { class: 'strip__text strip__text--yours', x: at(value), y: 18, 'text-anchor': anchorAt(share(value), 30) },
    words,
  ),
  element(
    'svg',
    { x: at(value), overflow: 'visible' },
    element('path', { class: 'strip__yours', d: `M-9 24H9L0 38V${BAND.y + BAND.height}V38Z` }),
  ),
]
