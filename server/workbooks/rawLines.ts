import type ExcelJS from 'exceljs'
import { headings } from './columns'
import { markIn } from './mark'
import { rawCell, textIn } from './rawCell'
import type { Mark, SentFile, SentLine, Stray } from '../domain/returns/sentFile'

/** Headings are looked for this far down, in case rows have been put above them. */
const DEEPEST_HEADING = 50

type Columns = Readonly<Record<'answer' | 'reason' | 'address', number>>

/** Everything in a workbook that knows its address, wherever it has been moved to. */
export function rawLines(workbook: ExcelJS.Workbook): SentFile {
  const sheets = workbook.worksheets.map(readSheet)
  return {
    kind: 'workbook',
    marks: sheets.flatMap(({ marks }) => marks),
    lines: sheets.flatMap(({ lines }) => lines),
    strays: sheets.flatMap(({ strays }) => strays),
  }
}

interface SheetRead {
  readonly marks: readonly Mark[]
  readonly lines: readonly SentLine[]
  readonly strays: readonly Stray[]
}

function readSheet(sheet: ExcelJS.Worksheet): SheetRead {
  const marks = marksOn(sheet)
  const heading = headingOn(sheet)
  if (!heading) return { marks, lines: [], strays: withoutHeadings(sheet, marks) }
  const columns = columnsIn(heading)
  if (typeof columns === 'string') return { marks, lines: [], strays: [{ sheet: sheet.name, says: columns }] }
  return { marks, ...linesUnder(sheet, heading.number, columns) }
}

/** A sheet of ours that has lost its headings is named; a colleague's own notes are passed over, and named too. */
const withoutHeadings = (sheet: ExcelJS.Worksheet, marks: readonly Mark[]): Stray[] =>
  sheet.state !== 'visible' || marks.length > 0 || sheet.actualRowCount === 0
    ? []
    : [{ sheet: sheet.name, says: 'has no headings “Answer” and “Address”, so it was not read' }]

function marksOn(sheet: ExcelJS.Worksheet): Mark[] {
  const found: Mark[] = []
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      const mark = typeof cell.value === 'string' ? markIn(cell.value) : undefined
      if (mark) found.push(mark)
    })
  })
  return found
}

function headingOn(sheet: ExcelJS.Worksheet): ExcelJS.Row | undefined {
  const last = Math.min(DEEPEST_HEADING, sheet.rowCount)
  return Array.from({ length: last }, (_, at) => sheet.getRow(at + 1)).find((row) => {
    const texts = namesIn(row).map(({ text }) => text)
    return texts.includes(headings.address.toLowerCase())
  })
}

const namesIn = (row: ExcelJS.Row): { readonly text: string; readonly column: number }[] => {
  const found: { text: string; column: number }[] = []
  row.eachCell((cell, column) => {
    found.push({ text: textIn(cell).toLowerCase(), column })
  })
  return found
}

/** The columns by their headings, or what is wrong with them. */
function columnsIn(heading: ExcelJS.Row): Columns | string {
  const names = namesIn(heading)
  const found = new Map<string, number>()
  for (const name of ['answer', 'reason', 'address'] as const) {
    const there = names.filter(({ text }) => text === headings[name].toLowerCase())
    const [first] = there
    if (!first) return `has no column headed “${headings[name]}”, so it was not read`
    if (there.length > 1) return `has ${there.length} columns headed “${headings[name]}”, so it was not read`
    found.set(name, first.column)
  }
  return { answer: found.get('answer') ?? 0, reason: found.get('reason') ?? 0, address: found.get('address') ?? 0 }
}

function linesUnder(sheet: ExcelJS.Worksheet, heading: number, columns: Columns): Omit<SheetRead, 'marks'> {
  const lines: SentLine[] = []
  const strays: Stray[] = []
  sheet.eachRow((row, number) => {
    if (number <= heading) return
    const address = textIn(row.getCell(columns.address))
    const answer = rawCell(row.getCell(columns.answer))
    if (address !== '') {
      lines.push({ sheet: sheet.name, address, answer, reason: rawCell(row.getCell(columns.reason)) })
    } else if (answer.kind !== 'blank' && !answer.formula) {
      strays.push({ sheet: sheet.name, says: `${answer.ref} has an answer without an address, so it was not read` })
    }
  })
  return { lines, strays }
}
