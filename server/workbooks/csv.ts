import { stringify } from 'csv-stringify/sync'

/**
 * A table as comma-separated text that spreadsheet programs open as it is: marked as UTF-8, lines ended as they end
 * them, and nothing that somebody typed taken for a formula.
 */
export const csvOf = (headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    [headings, ...rows].map((row) => [...row]),
    {
      bom: true,
      record_delimiter: 'windows',
      // Without this a lone line feed in a text would not be quoted, and would end its line.
      quoted_match: /[\r\n]/,
      escape_formulas: true,
    },
  )
