import type ExcelJS from 'exceljs'
import type { Names } from '../domain/reading/cellInWords'
import type { ChoiceLists } from './choiceLists'
import { HEADING_ROW, type Column } from './columns'
import { drawLine } from './drawLine'
import type { Whereabouts } from './formulas'
import type { Line } from './line'
import { looks, paper } from './looks'
import { rowHeight } from './rowHeight'

/** One sheet before it is drawn. */
export interface SectionSheet {
  readonly name: string
  readonly title: string
  readonly mark: string
  readonly footer: string
  readonly lines: readonly Line[]
  readonly columns: readonly Column[]
}

/** What all sheets are drawn with. */
export interface Drawing {
  readonly lists: ChoiceLists
  readonly where: Whereabouts
  readonly names: Names
}

/** The row a line stands in. */
export const rowOfLine = (at: number): number => HEADING_ROW + 1 + at

/** Draws one section: its title, a row of headings that stays in sight, and a row for every line. */
export function drawSection(workbook: ExcelJS.Workbook, page: SectionSheet, drawing: Drawing) {
  const { columns, lines, name } = page
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: HEADING_ROW, xSplit: 0, activeCell: `C${rowOfLine(0)}` }],
    pageSetup: paper('landscape'),
    headerFooter: { oddHeader: `&L${asHeader(page.title)}`, oddFooter: `&L${asHeader(page.footer)}&RPage &P of &N` },
  })
  sheet.pageSetup.printTitlesRow = `${HEADING_ROW}:${HEADING_ROW}`
  // Addresses are for the way back, not for paper. Of these, exceljs fixes the columns by itself and the rows not.
  const printed = columns.filter(({ key }) => key !== 'address').at(-1)?.letter ?? 'A'
  sheet.pageSetup.printArea = `A$1:${printed}$${rowOfLine(lines.length - 1)}`
  sheet.columns = columns.map(({ heading, width }) => ({ key: heading, width, style: { font: looks.font } }))
  drawTop(sheet, page)
  lines.forEach((line, at) => {
    drawLine(sheet, { line, row: rowOfLine(at), block: blockAbove(lines, at), columns }, drawing)
  })
  sheet.autoFilter = { from: { row: HEADING_ROW, column: 1 }, to: { row: HEADING_ROW, column: columns.length } }
  void sheet.protect('', { formatColumns: true, formatRows: true, sort: true, autoFilter: true, insertColumns: true })
}

/** With its commands a header has at most 255 characters: Excel calls a file with a longer one damaged. */
const LONGEST_HEADER = 230

/** An ampersand in a header begins a command: two are one, and are not parted where it is cut off. */
const asHeader = (text: string): string =>
  text
    .replaceAll('&', '&&')
    .slice(0, LONGEST_HEADER)
    .replace(/^((?:[^&]|&&)*)&$/, '$1')

/** Of the button of the filter, in characters. */
const FILTER = 3

/** The mark stands beyond what is printed, over the first addresses. */
function drawTop(sheet: ExcelJS.Worksheet, { title, mark, columns }: SectionSheet): void {
  sheet.getCell('A1').value = title
  sheet.getCell('A1').font = looks.title
  const beyond = columns.find(({ key }) => key === 'address')?.letter ?? 'A'
  Object.assign(sheet.getCell(`${beyond}1`), { value: mark, font: looks.quiet })
  for (const { letter, heading } of columns) {
    const cell = sheet.getCell(`${letter}${HEADING_ROW}`)
    Object.assign(cell, { value: heading, font: looks.heading, fill: looks.headingFill, border: looks.border })
    cell.alignment = looks.wrapped
  }
  sheet.getRow(HEADING_ROW).height = rowHeight(
    columns.map(({ heading, width }) => ({ text: heading, width: width - FILTER })),
  )
}

/** The rows of the lines of the same question above a total. */
function blockAbove(lines: readonly Line[], at: number): readonly [number, number] {
  const question = lines[at]?.question
  const isLine = (index: number) =>
    lines[index]?.question === question && lines[index]?.cells.every(({ answer }) => answer.kind !== 'total') === true
  const last = at - 1
  let first = last
  while (first > 0 && isLine(first - 1)) first -= 1
  return [rowOfLine(first), rowOfLine(last)]
}
