/** In points: one line of the type the workbook is written in, and the most a spreadsheet allows. */
const LINE = 13.5
const MOST = 400

/** Letters in the width of one figure, for words are narrower than figures. */
const LETTERS = 1.15

/** How high a row must be for these texts, wrapped in columns of these widths: not every program works it out itself. */
export function rowHeight(texts: readonly { readonly text: string; readonly width: number }[]): number {
  const lines = texts.map(({ text, width }) =>
    text.split('\n').reduce((total, part) => total + Math.max(1, Math.ceil(part.length / (width * LETTERS))), 0),
  )
  return Math.min(MOST, Math.max(1, ...lines) * LINE + 2)
}
