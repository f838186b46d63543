import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import { harmless } from './harmless'

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

/** Rows as lines of comma-separated text. Numbers stay numbers, a negative one as well. */
export const csvRows = (rows: readonly Row[]): string =>
  stringify(
    rows.map((row) => row.map(harmless)),
    {
      record_delimiter: 'windows',
      // Without this a lone line feed in a text would not be quoted, and would end its line.
      quoted_match: /[\r\n]/,
      escape_formulas: true,
    },
  )
