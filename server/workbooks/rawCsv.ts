import { isUtf8 } from 'node:buffer'
import { parse } from 'csv-parse'
import type { FileRead } from './fileRead'
import type { SentCell, SentLine } from '../domain/returns/sentFile'
import { refused } from './refusals'

const MOST_ROWS = 20_000
/** In characters: longer than the longest answer with its address. */
const LONGEST_ROW = 40_000

/** Reads plain text of two columns, `address` and `value`, in any order and beside any others. */
export async function rawCsv(file: Buffer): Promise<FileRead> {
  if (file.includes(0) || /^\s*<|^%PDF/.test(file.toString('latin1', 0, 200))) return refused('not_a_workbook')
  if (!isUtf8(file))
    return refused(/^[^\n]*address/i.test(file.toString('latin1', 0, 500)) ? 'not_utf8' : 'not_a_workbook')
  const text = file.toString('utf8')
  if (!/^[^\r\n]*address/i.test(text)) return refused('csv_headings')
  const rows = await rowsOf(text)
  if (!rows) return refused('csv_broken')
  if (rows.length > MOST_ROWS) return refused('too_many_rows')
  const [heading, ...lines] = rows
  const at = heading && columnsIn(heading)
  if (!at) return refused('csv_headings')
  return {
    kind: 'read',
    file: { kind: 'csv', marks: [], strays: [], lines: lines.flatMap((row, index) => lineOf(row, index + 2, at)) },
  }
}

/** Undefined where a quotation mark is missing or a row has a cell too many. */
const rowsOf = (text: string): Promise<readonly (readonly string[])[] | undefined> =>
  new Promise((resolve) => {
    const settings = {
      bom: true,
      delimiter: delimiterIn(text),
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      to: MOST_ROWS + 1,
    }
    parse(text, settings, (error: Error | undefined, rows: unknown) => {
      resolve(error || !isRows(rows) ? undefined : rows)
    })
  })

const isRows = (rows: unknown): rows is string[][] => Array.isArray(rows)

/** Where a comma is the decimal sign, spreadsheets put semicolons between cells. */
function delimiterIn(text: string): string {
  const heading = /^[^\r\n]{0,1000}/.exec(text)?.[0] ?? ''
  return [',', ';', '\t'].find((each) => heading.includes(each)) ?? ','
}

interface Columns {
  readonly address: number
  readonly value: number
}

function columnsIn(heading: readonly string[]): Columns | undefined {
  const names = heading.map((name) => name.trim().toLowerCase())
  const once = (name: string) => names.filter((each) => each === name).length === 1
  return once('address') && once('value')
    ? { address: names.indexOf('address'), value: names.indexOf('value') }
    : undefined
}

function lineOf(row: readonly string[], number: number, at: Columns): SentLine[] {
  const address = (row[at.address] ?? '').trim()
  const text = row[at.value] ?? ''
  const answer: SentCell = { ref: `row ${number}`, kind: text === '' ? 'blank' : 'text', text, formula: false }
  // A file of its kind has no sheets: what is said of a row names the row alone.
  return address === '' ? [] : [{ sheet: '', address, answer }]
}
