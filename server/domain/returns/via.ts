/** By which route a cell was changed. */
export type Via = 'typed' | 'pasted' | 'workbook' | 'telephone' | 'carried_forward' | 'late' | 'shared'

/** How an answer came in, as words that follow "changed 3 answers, ". */
export const routes = {
  typed: 'typed',
  pasted: 'pasted',
  workbook: 'from a spreadsheet',
  telephone: 'given by telephone',
  carried_forward: 'kept from last time',
  late: 'sent after the close, put in later',
  shared: 'given in the other survey',
} as const satisfies Record<Via, string>
