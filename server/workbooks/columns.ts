/** The columns of a section's sheet, by the heading they are found by, in order. */
export const headings = {
  question: 'Question',
  line: 'Line',
  measure: 'Column',
  answer: 'Answer',
  reason: 'Not collected: why',
  gives: 'What to give',
  notes: 'Notes',
  address: 'Address',
} as const

export type ColumnName = keyof typeof headings

/** In characters. */
const widths: Readonly<Record<ColumnName, number>> = {
  question: 44,
  line: 34,
  measure: 14,
  answer: 24,
  reason: 26,
  gives: 36,
  notes: 44,
  address: 26,
}

const isColumn = (name: string): name is ColumnName => Object.hasOwn(headings, name)

export const columnNames: readonly ColumnName[] = Object.keys(headings).filter(isColumn)

/** A to H. */
export const letterOf = (name: ColumnName): string => String.fromCharCode(65 + columnNames.indexOf(name))

export const widthOf = (name: ColumnName): number => widths[name]

/** The row the headings stand in, under the sheet's title. */
export const HEADING_ROW = 2
