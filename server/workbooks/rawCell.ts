import type ExcelJS from 'exceljs'
import type { SentCell } from '../domain/returns/sentFile'

type Read = Omit<SentCell, 'ref' | 'formula'>

const blank: Read = { kind: 'blank', text: '' }

/** What a cell of a spreadsheet holds, as its reader sees it. Of a formula, the value it had when the file was saved. */
export function rawCell(cell: ExcelJS.Cell): SentCell {
  const value = cell.value
  const isFormula = typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)
  const read = isFormula ? readResult(value.result, cell.numFmt) : readValue(value, cell.numFmt)
  return { ref: cell.address, kind: read.kind, text: keepable(read.text), formula: isFormula }
}

/** Longer than any answer may be: what is cut off would have been refused. */
const LONGEST = 10_000

/** Characters that nothing can keep are made into one that every box refuses. */
const keepable = (text: string): string => text.slice(0, LONGEST).replaceAll(/[\u0000\p{Surrogate}]/gu, '\uFFFE')

/** The text of a cell that is read as words: headings, addresses, marks. */
export const textIn = (cell: ExcelJS.Cell): string => rawCell(cell).text.trim()

const readResult = (result: ExcelJS.CellFormulaValue['result'], format: string | undefined): Read =>
  result === undefined ? { kind: 'no_value', text: '' } : readValue(result, format)

function readValue(value: ExcelJS.CellValue, format: string | undefined): Read {
  if (value === null || value === undefined || value === '') return blank
  if (typeof value === 'number') return readNumber(value, format)
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' }
  if (value instanceof Date) return readDate(value)
  return readRich(value)
}

function readRich(value: object): Read {
  if ('error' in value) return { kind: 'error', text: String(value.error) }
  if ('richText' in value && Array.isArray(value.richText)) {
    return { kind: 'text', text: value.richText.map(textOfPart).join('') }
  }
  if ('text' in value)
    return typeof value.text === 'string' ? { kind: 'text', text: value.text } : readLinked(value.text)
  return { kind: 'error', text: 'something that is not text' }
}

const textOfPart = (part: unknown): string =>
  typeof part === 'object' && part !== null && 'text' in part && typeof part.text === 'string' ? part.text : ''

const readLinked = (text: unknown): Read => (typeof text === 'object' && text !== null ? readRich(text) : blank)

/** A spreadsheet keeps 15 digits: 0.1 + 0.2 is shown, and meant, as 0.3. */
function readNumber(value: number, format: string | undefined): Read {
  if (!Number.isFinite(value)) return { kind: 'error', text: 'a number too large to keep' }
  if (isPercentage(format)) return { kind: 'percentage', text: `${plain(value * 100)}%` }
  return { kind: 'number', text: plain(value) }
}

const plain = (value: number): string => String(Number(value.toPrecision(15)))

const isPercentage = (format = ''): boolean => format.replaceAll(/"[^"]*"/g, '').includes('%')

/** An impossible date is one whose number no calendar reaches. */
function readDate(value: Date): Read {
  if (Number.isNaN(value.getTime())) return { kind: 'error', text: 'a date that does not exist' }
  const written = value.toISOString()
  return { kind: 'date', text: written.endsWith('T00:00:00.000Z') ? written.slice(0, 10) : written }
}
