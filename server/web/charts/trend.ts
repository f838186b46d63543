import type { Spread } from '../../domain/benchmarks/statistics'
import { canvas, type Told } from './canvas'
import { element, type Element } from './element'
import { scaleOf } from './scale'
import { valuesIn } from './spread'
import { ticksFor } from './ticks'

/** One figure at several times. */
export interface Trend extends Told {
  readonly points: readonly Point[]
  readonly tickWords: (value: number) => string
}

export interface Point {
  readonly at: Date
  /** "30 Sep 2019". */
  readonly when: string
  readonly value?: { readonly value: number; readonly words: string } | undefined
  readonly spread: Spread
  /** Whether it may be joined to the one before: only what is comparable is. */
  readonly joins: boolean
}

const TOP = 30
const DEEP = 150
const FLOOR = TOP + DEEP
/** Points stand so many hundredths inside, so that their words have room. */
const INSIDE = 28

/** Points where they lie in time: a line joins only what is comparable, and time that has gone by is shown as its length. */
export function trendChart({ points, tickWords, ...told }: Trend): Element {
  const values = points.flatMap(({ value, spread }) => [...valuesIn(spread), ...(value ? [value.value] : [])])
  const scale = scaleOf(ticksFor(values, 4, told.mayStartLater))
  const times = points.map(({ at }) => at.getTime())
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const x = ({ at }: Point) =>
    first === last
      ? 50
      : INSIDE + Math.round(((at.getTime() - first) / (last - first)) * (100 - 2 * INSIDE) * 100) / 100
  const y = (value: number) => FLOOR - (scale.share(value) * DEEP) / 100
  const lines = scale.ticks.flatMap((tick) => [
    element('line', { class: 'strip__guide', x1: '0%', x2: '100%', y1: y(tick), y2: y(tick) }),
    element('text', { class: 'strip__text strip__text--quiet', x: '0%', y: y(tick) - 4 }, tickWords(tick)),
  ])
  const drawn = points.flatMap((point, number) => {
    const before = points[number - 1]
    const joined =
      point.joins && before?.value && point.value
        ? [
            element('line', {
              class: 'strip__trend',
              x1: `${x(before)}%`,
              x2: `${x(point)}%`,
              y1: y(before.value.value),
              y2: y(point.value.value),
            }),
          ]
        : []
    return [...bandAt(point, x(point), y), ...joined, ...wordsAt(point, x(point), y)]
  })
  return canvas(told, FLOOR + 30, [...lines, ...drawn])
}

/** The middle half as an upright band, and the median across it. */
function bandAt({ spread }: Point, x: number, y: (value: number) => number): Element[] {
  const { lowerQuartile, upperQuartile, median } = spread
  const band =
    lowerQuartile === undefined || upperQuartile === undefined
      ? []
      : [
          element('rect', {
            class: 'strip__middle',
            x: -12,
            y: y(upperQuartile),
            width: 24,
            height: y(lowerQuartile) - y(upperQuartile),
          }),
        ]
  const across =
    median === undefined
      ? []
      : [element('line', { class: 'strip__median', x1: -15, x2: 15, y1: y(median), y2: y(median) })]
  return [element('svg', { x: `${x}%`, overflow: 'visible' }, ...band, ...across)]
}

/** Its words stand beside it, on the side that no line comes from. */
const wordsAt = ({ value, when }: Point, x: number, y: (value: number) => number): Element[] => [
  element('text', { class: 'strip__text', x: `${x}%`, y: FLOOR + 22, 'text-anchor': 'middle' }, when),
  ...(value
    ? [
        element('circle', { class: 'strip__yours', cx: `${x}%`, cy: y(value.value), r: 6 }),
        element(
          'text',
          {
            class: 'strip__text strip__text--yours',
            x: `${x}%`,
            dx: x < 50 ? -20 : 20,
            y: y(value.value) + 6,
            'text-anchor': x < 50 ? 'end' : 'start',
          },
          value.words,
        ),
      ]
    : []),
]
