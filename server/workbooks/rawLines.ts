import type ExcelJS from 'exceljs'
import { measureIn } from './headings'
import { markIn } from './mark'
import { rawCell, textIn } from './rawCell'
import { columnsUnder, namesIn, type MeasureColumns } from './measureColumns'
import type { Mark, SentFile, SentLine, Stray } from '../domain/returns/sentFile'

/** Headings are looked for this far down, in case rows have been put above them. */
const DEEPEST_HEADING = 50

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
  const { columns, wrong } = columnsUnder(heading)
  const strays = wrong.map((says) => ({ sheet: sheet.name, says }))
  const under = linesUnder(sheet, heading.number, columns)
  return { marks, lines: under.lines, strays: [...strays, ...under.strays] }
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
  return Array.from({ length: last }, (_, at) => sheet.getRow(at + 1)).find((row) =>
    namesIn(row).some(({ text }) => measureIn('address', text) !== undefined),
  )
}

function linesUnder(
  sheet: ExcelJS.Worksheet,
  heading: number,
  columns: readonly MeasureColumns[],
): Omit<SheetRead, 'marks'> {
  const lines: SentLine[] = []
  const strays: Stray[] = []
  sheet.eachRow((row, number) => {
    if (number <= heading) return
    for (const at of columns) {
      const address = textIn(row.getCell(at.address))
      const answer = rawCell(row.getCell(at.answer))
      if (address !== '') {
        const reason = at.reason === undefined ? {} : { reason: rawCell(row.getCell(at.reason)) }
        lines.push({ sheet: sheet.name, address, answer, ...reason })
      } else if (answer.kind !== 'blank' && !answer.formula) {
        strays.push({ sheet: sheet.name, says: `${answer.ref} has an answer where none is asked, so it was not read` })
      }
    }
  })
  return { lines, strays }
}
