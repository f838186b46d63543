import { element, markup, type Element } from './element'
import { look } from './look'

const WIDTH = 720
const EDGE = 24
const HEAD = 56
const LINE = 22

interface Sheet {
  readonly title: string
  /** What stands under it: whose figures, how many, when. */
  readonly lines: readonly string[]
}

/** A drawing as a file of its own, with its heading, what must be known with it, and its own colours. */
export function svgFile(drawing: Element, { title, lines: said }: Sheet): string {
  const lines = said.flatMap(folded)
  const height = Number(drawing.attributes.height)
  const foot = HEAD + height + LINE
  const whole = foot + lines.length * LINE
  return markup(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        class: 'strip',
        width: WIDTH,
        height: whole,
        role: 'img',
        'aria-label': title,
      },
      element('rect', { width: WIDTH, height: whole, fill: '#ffffff' }),
      element('text', { class: 'strip__text strip__text--heading', x: EDGE, y: 34 }, title),
      element('svg', { x: EDGE, y: HEAD, width: WIDTH - 2 * EDGE, height, overflow: 'visible' }, drawing),
      ...lines.map((line, at) =>
        element('text', { class: 'strip__text strip__text--quiet', x: EDGE, y: foot + at * LINE }, line),
      ),
    ),
    look,
  )
}

/** So many letters fit in a line. */
const LETTERS = 84

/** A sentence in as many lines as it needs. */
function folded(sentence: string): string[] {
  const lines = ['']
  for (const word of sentence.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line.length + word.length + 1 > LETTERS) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}
