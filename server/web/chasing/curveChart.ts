import type { CurvePoint } from '../../domain/chasing/curve'
import { canvas, type Told } from '../charts/canvas'
import { element, type Element } from '../charts/element'
import { scaleOf } from '../charts/scale'
import { ticksFor } from '../charts/ticks'

export interface CurveDrawn extends Told {
  readonly curve: readonly CurvePoint[]
  readonly earlier: readonly CurvePoint[]
  /** How many days it runs. */
  readonly days: number
  /** Days of its run on which employers are reminded, and whether they have been. */
  readonly reminders: readonly { readonly number: number; readonly gone: boolean }[]
  /** What a day of its run is called: 6 Jan. */
  readonly dayCalled: (number: number) => string
}

const TOP = 24
const DEEP = 190
const FLOOR = TOP + DEEP

/** How many per cent of those asked had answered, day by day, with the reminders and the collection before it. */
export function curveChart({ curve, earlier, days, reminders, dayCalled, ...told }: CurveDrawn): Element {
  const last = Math.max(days, curve.length)
  const beside = earlier.filter(({ number }) => number <= last)
  const levels = scaleOf(ticksFor([...curve, ...beside].map(({ percent }) => percent).concat(10), 5))
  const along = scaleOf([0, last])
  const y = (percent: number) => FLOOR - (levels.share(percent) * DEEP) / 100
  const path = (points: readonly CurvePoint[], name: string) =>
    element('path', {
      class: name,
      d: points
        .map((point) => `L${along.share(point.number)} ${y(point.percent)}`)
        .join('')
        .replace(/^/, `M0 ${FLOOR}`),
    })
  return canvas(told, FLOOR + 30, [
    ...levels.ticks.flatMap((level) => levelLine(level, y(level))),
    ...weeks(last).flatMap((number, week) => dayMark(dayCalled(number), { at: along.at(number), week })),
    ...reminders.filter(({ number }) => number <= last).map((one) => reminderMark(one.gone, along.at(one.number))),
    element(
      'svg',
      {
        class: 'curve',
        width: '100%',
        height: FLOOR + 30,
        viewBox: `0 0 100 ${FLOOR + 30}`,
        preserveAspectRatio: 'none',
        overflow: 'visible',
      },
      ...(beside.length === 0 ? [] : [path(beside, 'chart__then')]),
      path(curve, 'chart__now'),
    ),
    ...curve.slice(-1).map(({ number, percent }) =>
      element(
        'text',
        {
          class: 'strip__text strip__text--yours',
          x: along.at(number),
          dx: along.share(number) < 10 ? 8 : -8,
          y: y(percent) - 10,
          'text-anchor': along.share(number) < 10 ? 'start' : 'end',
        },
        `${percent}%`,
      ),
    ),
  ])
}

const levelLine = (level: number, y: number): Element[] => [
  element('line', { class: level === 0 ? 'strip__axis' : 'strip__guide', x1: '0%', x2: '100%', y1: y, y2: y }),
  element('text', { class: 'strip__text strip__text--quiet', x: '0%', y: y - 4 }, `${level}%`),
]

/** The first day of each week of the run. */
const weeks = (last: number): number[] => Array.from({ length: Math.ceil(last / 7) }, (_none, week) => week * 7 + 1)

/** Every other one gives way on a narrow screen. */
const dayMark = (called: string, { at, week }: { at: string; week: number }): Element[] => [
  element('line', { class: 'strip__axis', x1: at, x2: at, y1: FLOOR, y2: FLOOR + 6 }),
  element(
    'text',
    {
      class: `strip__text strip__text--quiet${week % 2 === 1 ? ' strip__text--between' : ''}`,
      x: at,
      y: FLOOR + 24,
      'text-anchor': week === 0 ? 'start' : 'middle',
    },
    called,
  ),
]

const reminderMark = (gone: boolean, at: string): Element =>
  element('line', {
    class: gone ? 'chart__reminder' : 'chart__reminder chart__reminder--coming',
    ...{ x1: at, x2: at, y1: TOP, y2: FLOOR },
  })
