import type ExcelJS from 'exceljs'
import type { Box, Value } from '../domain/kinds'
import { organisationNamed, type Names } from '../domain/reading/cellInWords'
import type { Cell } from '../domain/survey/cells'

/** A cell's value as a spreadsheet holds it: numbers as numbers, what is chosen by its label, all else as text. */
export function answerValue(box: Box, cell: Cell | undefined, names: Names): ExcelJS.CellValue {
  return cell?.state === 'value' ? valueIn(box, cell.value, names) : null
}

function valueIn(box: Box, value: Value, names: Names): ExcelJS.CellValue {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return typeof value === 'string'
    ? labelled(box, value, names)
    : value.map((each) => labelled(box, each, names)).join(' | ')
}

function labelled(box: Box, value: string, names: Names): string {
  if (box.kind === 'organisation') return organisationNamed(value, names)
  const options = box.kind === 'choice' || box.kind === 'choices' ? box.options : []
  return options.find((option) => option.value === value)?.label ?? asWritten(value)
}

/** How a spreadsheet shows what is typed into a box: text stays as it was typed, zeros in front and all. */
export function numberFormat(box: Box): string {
  if (box.kind === 'integer') return '#,##0'
  if (box.kind === 'decimal') return `#,##0.${'0'.repeat(box.places)}`
  return '@'
}

/** In a workbook `_x0041_` stands for a letter. Where somebody has typed just that, its first stroke is spelt out. */
const asWritten = (text: string): string => text.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
