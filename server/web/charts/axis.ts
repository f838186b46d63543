import { element, type Element } from './element'
import { anchorAt, type Scale } from './scale'

const TICK = 6
const WORDS = 22

/** A line with its marks and what they stand for; every other one gives way on a narrow screen. */
export function axis({ ticks, at, share }: Scale, y: number, words: (value: number) => string): Element {
  const marks = ticks.flatMap((tick, number) => {
    const between = number % 2 === 1 && ticks.length > 3 ? ' strip__text--between' : ''
    return [
      element('line', { class: 'strip__axis', x1: at(tick), x2: at(tick), y1: y, y2: y + TICK }),
      element(
        'text',
        {
          class: `strip__text strip__text--quiet${between}`,
          x: at(tick),
          y: y + WORDS,
          'text-anchor': anchorAt(share(tick), 2),
        },
        words(tick),
      ),
    ]
  })
  return element('g', {}, element('line', { class: 'strip__axis', x1: '0%', x2: '100%', y1: y, y2: y }), ...marks)
}
