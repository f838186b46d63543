import { setImmediate } from 'node:timers/promises'
import { harmless } from './harmless'

/** A row of a table: numbers are written as numbers, all else as text. */
export type Row = readonly (string | number)[]

/** So many rows are written without a pause, so that a long file keeps nobody waiting. */
const STRETCH = 500

/** What a file of comma-separated text begins with, so that spreadsheet programs read it as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A table as comma-separated text that spreadsheet programs open as it is: marked as UTF-8, lines ended as they end
 * them, and nothing that somebody typed taken for a formula. `rowOf` says one thing of the list as a row.
 */
export async function csvOf<T>(headings: Row, list: readonly T[], rowOf: (one: T) => Row): Promise<string> {
  const parts = [`${BYTE_ORDER_MARK}${csvRows([headings])}`]
  for (let from = 0; from < list.length; from += STRETCH) {
    parts.push(csvRows(list.slice(from, from + STRETCH).map(rowOf)))
    await setImmediate()
  }
  return parts.join('')
}

/** Rows as lines of comma-separated text (RFC 4180). Numbers stay numbers, a negative one as well. */
export const csvRows = (rows: readonly Row[]): string => rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')

/** A lone line feed or carriage return would end the line as well. */
const NEEDS_MARKS = /[",\r\n]/

function written(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = harmless(value)
  return NEEDS_MARKS.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
