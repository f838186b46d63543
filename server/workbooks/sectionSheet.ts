import type ExcelJS from 'exceljs'
import type { Names } from '../domain/reading/cellInWords'
import { answerValue, numberFormat } from './answerValue'
import type { ChoiceLists } from './choiceLists'
import { columnNames, HEADING_ROW, headings, letterOf, widthOf } from './columns'
import { formulaOf, totalFormula, type Whereabouts } from './formulas'
import type { Line } from './line'
import { looks, paper } from './looks'
import { rowHeight } from './rowHeight'
import { reasonValidation, validationOf } from './validationOf'
import { reasons, type Cell } from '../domain/survey/cells'

export interface SectionSheet {
  readonly name: string
  readonly title: string
  readonly mark: string
  readonly footer: string
  readonly lines: readonly Line[]
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
  const sheet = workbook.addWorksheet(page.name, {
    views: [{ state: 'frozen', ySplit: HEADING_ROW, xSplit: 0, activeCell: 'D3' }],
    pageSetup: paper('landscape'),
    headerFooter: { oddHeader: `&L${asHeader(page.title)}`, oddFooter: `&L${asHeader(page.footer)}&RPage &P of &N` },
  })
  sheet.pageSetup.printTitlesRow = `${HEADING_ROW}:${HEADING_ROW}`
  // Addresses are for the way back, not for paper. Of these, exceljs fixes the columns by itself and the rows not.
  sheet.pageSetup.printArea = `A$1:${letterOf('notes')}$${rowOfLine(page.lines.length - 1)}`
  sheet.columns = columnNames.map((name) => ({ key: name, width: widthOf(name), style: { font: looks.font } }))
  drawTop(sheet, page)
  page.lines.forEach((line, at) => {
    drawLine(sheet, { line, row: rowOfLine(at), block: blockAbove(page.lines, at) }, drawing)
  })
  sheet.autoFilter = { from: { row: HEADING_ROW, column: 1 }, to: { row: HEADING_ROW, column: columnNames.length } }
  void sheet.protect('', { formatColumns: true, formatRows: true, sort: true, autoFilter: true, insertColumns: true })
}

/** An ampersand in a header begins a command: two are one. */
const asHeader = (text: string): string => text.replaceAll('&', '&&')

function drawTop(sheet: ExcelJS.Worksheet, { title, mark }: SectionSheet): void {
  sheet.getCell('A1').value = title
  sheet.getCell('A1').font = looks.title
  sheet.getCell(`${letterOf('address')}1`).value = mark
  sheet.getCell(`${letterOf('address')}1`).font = looks.quiet
  for (const name of columnNames) {
    const cell = sheet.getCell(`${letterOf(name)}${HEADING_ROW}`)
    Object.assign(cell, { value: headings[name], font: looks.heading, fill: looks.headingFill, border: looks.border })
    cell.alignment = looks.wrapped
  }
}

interface Placed {
  readonly line: Line
  readonly row: number
  /** The first and last row of the lines a total adds up. */
  readonly block: readonly [number, number]
}

/** The lines of the same question above a total. */
function blockAbove(lines: readonly Line[], at: number): readonly [number, number] {
  const question = lines[at]?.question
  const isLine = (index: number) => lines[index]?.question === question && lines[index]?.answer.kind !== 'total'
  let last = at - 1
  while (last > 0 && !isLine(last)) last -= 1
  let first = last
  while (first > 0 && isLine(first - 1)) first -= 1
  return [rowOfLine(first), rowOfLine(last)]
}

function drawLine(sheet: ExcelJS.Worksheet, placed: Placed, drawing: Drawing): void {
  const { line, row } = placed
  const at = (name: (typeof columnNames)[number]) => sheet.getCell(`${letterOf(name)}${row}`)
  for (const name of columnNames) Object.assign(at(name), { border: looks.border, alignment: looks.wrapped })
  Object.assign(at('question'), { value: line.question, font: line.repeats ? looks.quiet : looks.bold })
  at('line').value = line.line
  at('measure').value = line.measure
  at('gives').value = line.gives
  at('notes').value = line.notes
  Object.assign(at('address'), { value: line.address, font: looks.quiet, fill: looks.lockedFill })
  drawAnswer(at('answer'), placed, drawing)
  drawReason(at('reason'), line, drawing)
  sheet.getRow(row).height = rowHeight(columnNames.map((name) => ({ text: shownIn(at(name)), width: widthOf(name) })))
}

/** What is to be seen of a cell; figures take one line. */
const shownIn = ({ value }: ExcelJS.Cell): string => (typeof value === 'string' ? value : '')

function drawAnswer(cell: ExcelJS.Cell, placed: Placed, drawing: Drawing): void {
  const { line } = placed
  const isShut = line.locked || line.answer.kind === 'none'
  Object.assign(cell, { fill: isShut ? looks.lockedFill : looks.answerFill, protection: { locked: isShut } })
  cell.value = valueOf(placed, drawing)
  if (line.answer.kind === 'none') return
  cell.numFmt = line.answer.kind === 'total' ? totalFormat(line.answer.places) : numberFormat(line.answer.box)
  if (line.answer.kind === 'total') cell.font = looks.bold
  const validation =
    line.answer.kind === 'box' && !line.locked ? validationOf(line.answer.box, drawing.lists, drawing.names) : undefined
  if (validation) cell.dataValidation = validation
}

const totalFormat = (places: 0 | 2): string => (places === 0 ? '#,##0' : '#,##0.00')

function valueOf({ line: { answer }, block }: Placed, { where, names }: Drawing): ExcelJS.CellValue {
  switch (answer.kind) {
    case 'none':
      return null
    case 'box':
      return answerValue(answer.box, answer.cell, names)
    case 'total':
      return { formula: totalFormula(answer.pattern, ...block), result: answer.now ?? '' }
    case 'figure': {
      const formula = answer.figure && formulaOf(answer.figure, where)
      return formula === undefined ? (answer.now ?? null) : { formula, result: answer.now ?? '' }
    }
  }
}

function drawReason(cell: ExcelJS.Cell, line: Line, { lists }: Drawing): void {
  const open = line.mayBeUncollected
  Object.assign(cell, { fill: open ? looks.answerFill : looks.lockedFill, protection: { locked: !open } })
  cell.value = 'cell' in line.answer ? reasonIn(line.answer.cell) : null
  if (open) cell.dataValidation = reasonValidation(lists)
}

const reasonIn = (cell: Cell | undefined): string | null =>
  cell?.state === 'not_collected' ? reasons[cell.reason] : null
