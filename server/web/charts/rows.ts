import type { Spread } from '../../domain/benchmarks/statistics'
import { axis } from './axis'
import { canvas, type Told } from './canvas'
import { element, type Element } from './element'
import { scaleOf } from './scale'
import { spreadAt, valuesIn } from './spread'
import { ticksFor } from './ticks'

/** Several groups under each other on one axis. */
export interface Rows extends Told {
  readonly rows: readonly Row[]
  readonly tickWords: (value: number) => string
}

export interface Row {
  /** "London, 9 trusts". */
  readonly words: string
  readonly spread: Spread
  /** All organisations of it taken together. */
  readonly pooled?: number | undefined
  /** Said where nothing of it is published: "Hidden: too few". */
  readonly without: string
}

const ROW = 56
const BAND = { y: 27, height: 14 }

const valuesOf = ({ spread, pooled }: Row): number[] => [...valuesIn(spread), ...(pooled === undefined ? [] : [pooled])]

/** Groups under each other, each with its middle half, its median and, as a diamond, all its organisations together. */
export function rowsChart({ rows, tickWords, ...told }: Rows): Element {
  const scale = scaleOf(ticksFor(rows.flatMap(valuesOf), 5, told.mayStartLater))
  const drawn = rows.map((row, at) => {
    const y = at * ROW
    const isBare = valuesOf(row).length === 0
    const words = isBare ? `${row.words}: ${row.without}` : row.words
    return element(
      'g',
      {},
      element('text', { class: `strip__text${isBare ? ' strip__text--quiet' : ''}`, x: '0%', y: y + 16 }, words),
      element('line', {
        class: 'strip__guide',
        x1: '0%',
        x2: '100%',
        y1: y + BAND.y + BAND.height / 2,
        y2: y + BAND.y + BAND.height / 2,
      }),
      spreadAt(row.spread, scale, y + BAND.y, BAND.height),
      ...(row.pooled === undefined ? [] : [diamond(scale.at(row.pooled), y + BAND.y + BAND.height / 2)]),
    )
  })
  return canvas(told, rows.length * ROW + 32, [...drawn, axis(scale, rows.length * ROW + 4, tickWords)])
}

const diamond = (x: string, y: number): Element =>
  element('svg', { x, y, overflow: 'visible' }, element('path', { class: 'strip__together', d: 'M0 -8L7 0L0 8L-7 0Z' }))
