/** What a sheet says of itself, so that it can be put back where it belongs however it has been moved about. */
export interface Mark {
  /** The collection's code, which is its definition's. */
  readonly collection: string
  /** The organisation's code in the register. */
  readonly organisation: string
  /** The return's version when it was written. */
  readonly version: number
}

/** One cell as the file has it. Only what a spreadsheet means by it has been settled, not what a survey does. */
export interface SentCell {
  /** D12 */
  readonly ref: string
  readonly kind: 'blank' | 'text' | 'number' | 'percentage' | 'date' | 'boolean' | 'error' | 'no_value'
  readonly text: string
  /** Its value was worked out by the spreadsheet. */
  readonly formula: boolean
}

/** One line that knows its address. */
export interface SentLine {
  readonly sheet: string
  readonly address: string
  readonly answer: SentCell
  /** Why it is not collected; absent in a CSV file, where the address says so itself. */
  readonly reason?: SentCell
}

/** A sheet, or an answer, that could not be put anywhere, and why. */
export interface Stray {
  readonly sheet: string
  readonly says: string
}

/** A file as it was read, before anybody asked what its answers mean. */
export interface SentFile {
  readonly kind: 'workbook' | 'csv'
  /** What its sheets say they belong to; none in a CSV file. */
  readonly marks: readonly Mark[]
  readonly lines: readonly SentLine[]
  readonly strays: readonly Stray[]
}
