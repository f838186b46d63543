import type ExcelJS from 'exceljs'
import type { Names } from '../domain/reading/cellInWords'
import { answerValue, numberFormat } from './answerValue'
import type { ChoiceLists } from './choiceLists'
import { letterIn, type Column } from './columns'
import { formulaOf, totalFormula, type Whereabouts } from './formulas'
import type { Line, LineCell } from './line'
import { looks } from './looks'
import { rowHeight } from './rowHeight'
import { reasonValidation, validationOf } from './validationOf'
import { reasons, type Cell } from '../domain/survey/cells'

interface Drawing {
  readonly lists: ChoiceLists
  readonly where: Whereabouts
  readonly names: Names
}

interface Placed {
  readonly line: Line
  readonly row: number
  /** The first and last row of the lines a total adds up. */
  readonly block: readonly [number, number]
  readonly columns: readonly Column[]
}

/** Draws one line: what is asked in words, and every answer it has in the column of its measure. */
export function drawLine(sheet: ExcelJS.Worksheet, placed: Placed, drawing: Drawing): void {
  const { line, row, columns } = placed
  const border = line.repeats ? looks.border : looks.borderAbove
  for (const { letter } of columns)
    Object.assign(sheet.getCell(`${letter}${row}`), { border, alignment: looks.wrapped })
  drawWords(sheet, placed)
  for (const cell of line.cells) {
    const at = (key: Column['key']) => cellIn(sheet, placed, key, cell.measure)
    drawAnswer(at('answer'), { ...placed, cell }, drawing)
    drawReason(at('reason'), cell, drawing)
    Object.assign(at('address') ?? {}, { value: cell.address, font: looks.quiet, fill: looks.lockedFill })
    Object.assign(at('address') ?? {}, { alignment: looks.clipped })
  }
  const shown = columns.filter(({ key }) => key !== 'address' && !(line.repeats && key === 'question'))
  sheet.getRow(row).height = rowHeight(
    shown.map(({ letter, width }) => ({ text: shownIn(sheet.getCell(`${letter}${row}`)), width })),
  )
}

function cellIn(sheet: ExcelJS.Worksheet, { columns, row }: Placed, key: Column['key'], measure = '') {
  const letter = letterIn(columns, key, measure)
  return letter === undefined ? undefined : sheet.getCell(`${letter}${row}`)
}

/** The question's words are there on each of its lines; where they were told already, in one line of grey. */
function drawWords(sheet: ExcelJS.Worksheet, placed: Placed): void {
  const { line } = placed
  const question = { value: line.question, font: line.repeats ? looks.quiet : looks.bold }
  Object.assign(cellIn(sheet, placed, 'question') ?? {}, question)
  if (line.repeats) Object.assign(cellIn(sheet, placed, 'question') ?? {}, { alignment: looks.clipped })
  for (const key of ['line', 'gives', 'notes'] as const) {
    Object.assign(cellIn(sheet, placed, key) ?? {}, { value: line[key] })
  }
}

/** What is to be seen of a cell; figures take one line. */
const shownIn = ({ value }: ExcelJS.Cell): string => (typeof value === 'string' ? value : '')

interface PlacedCell extends Placed {
  readonly cell: LineCell
}

function drawAnswer(at: ExcelJS.Cell | undefined, placed: PlacedCell, drawing: Drawing): void {
  if (!at) return
  const { answer, locked } = placed.cell
  const isShut = locked || answer.kind === 'none'
  Object.assign(at, { fill: isShut ? looks.lockedFill : looks.answerFill, protection: { locked: isShut } })
  at.value = valueOf(placed, drawing)
  if (answer.kind === 'none') return
  at.numFmt = answer.kind === 'total' ? totalFormat(answer.places) : numberFormat(answer.box)
  if (answer.kind === 'total') at.font = looks.bold
  const isOpen = answer.kind === 'box' && !locked
  const validation = isOpen ? validationOf(answer.box, drawing.lists, drawing.names) : undefined
  if (validation) at.dataValidation = validation
}

const totalFormat = (places: 0 | 2): string => (places === 0 ? '#,##0' : '#,##0.00')

function valueOf(placed: PlacedCell, { where, names }: Drawing): ExcelJS.CellValue {
  const { answer } = placed.cell
  switch (answer.kind) {
    case 'none':
      return null
    case 'box':
      return answerValue(answer.box, answer.cell, names)
    case 'total':
      return { formula: totalFormula(answer.pattern, addedBy(placed)), result: answer.now ?? '' }
    case 'figure': {
      const formula = answer.figure && formulaOf(answer.figure, where)
      return formula === undefined ? (answer.now ?? null) : { formula, result: answer.now ?? '' }
    }
  }
}

const addedBy = ({ columns, cell: { measure }, block: [firstRow, lastRow] }: PlacedCell) => ({
  answers: letterIn(columns, 'answer', measure) ?? '',
  addresses: letterIn(columns, 'address', measure) ?? '',
  firstRow,
  lastRow,
})

function drawReason(at: ExcelJS.Cell | undefined, cell: LineCell, { lists }: Drawing): void {
  if (!at || !cell.mayBeUncollected) return
  const locked = cell.locked
  Object.assign(at, { fill: locked ? looks.lockedFill : looks.answerFill, protection: { locked } })
  at.value = 'cell' in cell.answer ? reasonIn(cell.answer.cell) : null
  if (!locked) at.dataValidation = reasonValidation(lists)
}

const reasonIn = (cell: Cell | undefined): string | null =>
  cell?.state === 'not_collected' ? reasons[cell.reason] : null
