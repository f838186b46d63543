import type { Mark } from './mark'
import type { RefusedFile } from './refusals'

/** One cell as the file has it. Only what a spreadsheet means by it has been settled, not what a survey does. */
export interface RawCell {
  /** D12 */
  readonly ref: string
  readonly kind: 'blank' | 'text' | 'number' | 'percentage' | 'date' | 'boolean' | 'error' | 'no_value'
  readonly text: string
  /** Its value was worked out by the spreadsheet. */
  readonly formula: boolean
}

/** One line that knows its address. */
export interface RawLine {
  readonly sheet: string
  readonly address: string
  readonly answer: RawCell
  /** Why it is not collected; absent in a CSV file, where the address says so itself. */
  readonly reason?: RawCell
}

/** A sheet, or an answer, that could not be put anywhere, and why. */
export interface Stray {
  readonly sheet: string
  readonly says: string
}

/** A file as it was read, before anybody asked what its answers mean. */
export interface RawFile {
  readonly kind: 'workbook' | 'csv'
  /** What its sheets say they belong to; none in a CSV file. */
  readonly marks: readonly Mark[]
  readonly lines: readonly RawLine[]
  readonly strays: readonly Stray[]
}

export type FileRead = { readonly kind: 'read'; readonly file: RawFile } | RefusedFile
