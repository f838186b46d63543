import { canvas, type Told } from './canvas'
import { element, type Element } from './element'

/** A share of organisations. */
export interface Bar extends Told {
  /** Per cent. */
  readonly share: number
  readonly words: string
}

const BAR = { y: 26, height: 20 }

/** How many of all do something, as a part of a bar. */
export const barChart = ({ share, words, ...told }: Bar): Element =>
  canvas(told, BAR.y + BAR.height + 4, [
    element('text', { class: 'strip__text', x: '0%', y: 18 }, words),
    element('rect', { class: 'strip__whole', x: '0%', width: '100%', ...BAR }),
    element('rect', { class: 'strip__part', x: '0%', width: `${Math.round(share * 100) / 100}%`, ...BAR }),
  ])
