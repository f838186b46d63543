import type ExcelJS from 'exceljs'
import { format, type Box, type Value } from '../domain/kinds'
import type { Cell } from '../domain/survey/cells'

/** A cell's value as a spreadsheet holds it: numbers as numbers, choices by their labels, all else as text. */
export function answerValue(box: Box, cell: Cell | undefined): ExcelJS.CellValue {
  return cell?.state === 'value' ? valueIn(box, cell.value) : null
}

function valueIn(box: Box, value: Value): ExcelJS.CellValue {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'string') return box.kind === 'choice' ? format(box, value) : value
  return box.kind === 'choices' ? value.map((each) => labelled(box, each)).join(' | ') : value.join(' | ')
}

const labelled = (box: Extract<Box, { kind: 'choices' }>, value: string): string =>
  box.options.find((option) => option.value === value)?.label ?? value

/** How a spreadsheet shows what is typed into a box: text stays as it was typed, zeros in front and all. */
export function numberFormat(box: Box): string {
  if (box.kind === 'integer') return '#,##0'
  if (box.kind === 'decimal') return `#,##0.${'0'.repeat(box.places)}`
  return '@'
}
