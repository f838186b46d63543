/** In points: one line of the type the workbook is written in, and the most a spreadsheet allows. */
const LINE = 13
const MOST = 400

/** Letters in the width of one figure, for words are narrower than figures. */
const LETTERS = 1.25

interface Shown {
  readonly text: string
  /** Of the column, in characters. */
  readonly width: number
}

/** How high a row must be for these texts, wrapped in their columns: not every program works it out itself. */
export const rowHeight = (texts: readonly Shown[]): number =>
  Math.min(MOST, Math.max(1, ...texts.map(linesOf)) * LINE + 3)

const linesOf = ({ text, width }: Shown): number =>
  text.split('\n').reduce((total, part) => total + wrappedLines(part.split(' '), width * LETTERS), 0)

/** Words are wrapped whole, unless one is longer than a line. */
function wrappedLines(words: readonly string[], room: number): number {
  let [lines, used] = [1, 0]
  for (const { length } of words) {
    if (used > 0 && used + 1 + length > room) [lines, used] = [lines + 1, 0]
    lines += Math.max(0, Math.ceil(length / room) - 1)
    used += used === 0 ? length : length + 1
  }
  return lines
}
