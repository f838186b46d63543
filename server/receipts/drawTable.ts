import type { ColumnHead, TableBlock } from './block'
import type { Weight } from './fonts'
import { bottomOf, drawAside, line, makeRoom, margins, quiet, widthOf, write, type Paper } from './paper'

const SIZE = 9
const PADDING = 3
const GAP = 8

/** One cell of a line: its words, and where they stand. */
interface Cell {
  readonly text: string
  readonly x: number
  readonly width: number
  readonly isFigure: boolean
  readonly weight: Weight
  readonly colour?: string
}

/** A table that is told cell by cell, with its heads at the top of every page it comes to. */
export function drawTable(paper: Paper, table: TableBlock): void {
  const { doc, tree } = paper
  const heads = table.columns.length === 0 ? undefined : measured(paper, headCells(paper, table.columns))
  const rows = table.rows.map((row) => measured(paper, rowCells(paper, row, table.columns)))
  makeRoom(paper, (heads?.height ?? 0) + (rows[0]?.height ?? 0))
  const element = doc.struct('Table')
  tree.add(element)
  if (heads) drawLine(paper, heads, { into: element, tagOf: () => head('Column') })
  for (const row of rows) {
    if (doc.y + row.height > bottomOf(paper)) {
      doc.addPage()
      if (heads) drawAgain(paper, heads)
    }
    drawLine(paper, row, { into: element, tagOf: (at) => (at === 0 ? head('Row') : told) })
  }
  element.end()
  doc.y += 8
}

interface Tag {
  readonly tag: 'TH' | 'TD'
  /** What a head is the head of. */
  readonly options: PDFKit.Mixins.StructureElementOptions & { readonly scope?: 'Column' | 'Row' }
}

const head = (scope: 'Column' | 'Row'): Tag => ({ tag: 'TH', options: { scope } })
const told: Tag = { tag: 'TD', options: {} }

/** The more columns, the less is left for what the line is about. */
const shares = [1, 0.62, 0.5, 0.4, 0.32]
const LEAST_SHARE = 0.2
/** Of a table without heads: a few words, and what they stand for. */
const FACT_SHARE = 0.28

interface Look {
  /** How much of the width the first cell has. */
  readonly share: number
  readonly of: (at: number) => Pick<Cell, 'isFigure' | 'weight'>
}

function cellsOf(paper: Paper, texts: readonly string[], look: Look): Cell[] {
  const width = widthOf(paper)
  const first = width * look.share
  const each = (width - first) / Math.max(texts.length - 1, 1)
  return texts.map((text, at) => {
    const [start, room] = at === 0 ? [0, first] : [first + (at - 1) * each, each]
    const indent = at === 0 ? 0 : GAP
    return { text, x: margins.left + start + indent, width: room - indent, ...look.of(at) }
  })
}

const shareOf = ({ length }: readonly unknown[]): number => shares[length - 1] ?? LEAST_SHARE

const headCells = (paper: Paper, columns: readonly ColumnHead[]): Cell[] =>
  cellsOf(
    paper,
    columns.map(({ label }) => label),
    { share: shareOf(columns), of: (at) => ({ isFigure: columns[at]?.isFigure ?? false, weight: 'bold' }) },
  )

/** Where there are no heads, what a line is about is told in bold. */
const rowCells = (paper: Paper, row: readonly string[], columns: readonly ColumnHead[]): Cell[] =>
  columns.length === 0
    ? cellsOf(paper, row, {
        share: FACT_SHARE,
        of: (at) => ({ isFigure: false, weight: at === 0 ? 'bold' : 'regular' }),
      })
    : cellsOf(paper, row, {
        share: shareOf(columns),
        of: (at) => ({ isFigure: columns[at]?.isFigure ?? false, weight: 'regular' }),
      })

/** A line with what it takes of the page. */
interface Line {
  readonly cells: readonly Cell[]
  readonly height: number
}

const measured = (paper: Paper, cells: readonly Cell[]): Line => ({
  cells,
  height:
    2 * PADDING +
    Math.max(...cells.map(({ text, width, weight }) => write(paper, weight, SIZE).heightOfString(text, { width }))),
})

interface Told {
  readonly into: PDFKit.PDFStructureElement
  readonly tagOf: (at: number) => Tag
}

function drawLine(paper: Paper, { cells, height }: Line, { into, tagOf }: Told): void {
  const { doc } = paper
  const top = doc.y
  const row = doc.struct('TR')
  into.add(row)
  cells.forEach((cell, at) => {
    const { tag, options } = tagOf(at)
    row.add(
      doc.struct(tag, options, () => {
        drawCell(paper, cell, top)
      }),
    )
  })
  row.end()
  underline(paper, top + height)
}

/** The heads at the top of a further page are for the eye: they have been told already. */
function drawAgain(paper: Paper, { cells, height }: Line): void {
  const top = paper.doc.y
  drawAside(paper, 'Pagination', () => {
    for (const each of cells) drawCell(paper, { ...each, colour: quiet }, top)
  })
  underline(paper, top + height)
}

function drawCell(paper: Paper, { text, x, width, isFigure, weight, colour }: Cell, top: number): void {
  write(paper, weight, SIZE, colour).text(text, x, top + PADDING, { width, align: isFigure ? 'right' : 'left' })
}

function underline(paper: Paper, y: number): void {
  const { doc } = paper
  drawAside(paper, 'Layout', () => {
    doc
      .moveTo(margins.left, y)
      .lineTo(margins.left + widthOf(paper), y)
      .lineWidth(0.5)
      .stroke(line)
  })
  doc.x = margins.left
  doc.y = y
}
