import type ExcelJS from 'exceljs'
import { HEADING_ROW } from '../../server/workbooks/columns'
import { headingOf, measureIn, type Part } from '../../server/workbooks/headings'

type Name = Exclude<Part, 'address'> | 'Question' | 'Line' | 'What to give' | 'Notes'

/** What belongs to an address: its answer, its reason, and the words of its line. */
export interface Found {
  readonly sheet: ExcelJS.Worksheet
  readonly row: number
  readonly at: (name: Name) => ExcelJS.Cell
  readonly has: (name: Name) => boolean
}

/** Every address of a workbook, and what stands beside it. */
export function* eachAddress(workbook: ExcelJS.Workbook): Generator<Found & { readonly address: string }> {
  for (const sheet of workbook.worksheets) {
    const headings = (sheet.getRow(HEADING_ROW).values as unknown[]).map((text) =>
      typeof text === 'string' ? text : '',
    )
    for (const [column, heading] of headings.entries()) {
      const measure = measureIn('address', heading ?? '')
      if (measure === undefined) continue
      for (let row = HEADING_ROW + 1; row <= sheet.rowCount; row += 1) {
        const address = sheet.getRow(row).getCell(column).value
        if (typeof address !== 'string' || address === '') continue
        const at = (name: Name) => sheet.getRow(row).getCell(headings.indexOf(headingFor(name, measure)))
        const has = (name: Name) => headings.includes(headingFor(name, measure))
        yield { sheet, row, address, at, has }
      }
    }
  }
}

const headingFor = (name: Name, measure: string): string =>
  name === 'answer' || name === 'reason' ? headingOf(name, measure) : name

/** What stands beside an address; it must be in the workbook. */
export function found(workbook: ExcelJS.Workbook, wanted: string): Found {
  for (const each of eachAddress(workbook)) if (each.address === wanted) return each
  throw new Error(`${wanted} is not in the workbook`)
}
