/**
 * A backup is lines of JSON: first what it is, then each table by its name with its rows after it, each as PostgreSQL
 * writes a row; and last how many rows there were, so that one cut short is known for what it is.
 */
export interface Head {
  readonly backup: 'workforce-returns'
  /** The product's time, and PostgreSQL's. */
  readonly asAt: string
  readonly madeAt: string
  readonly migrations: readonly string[]
}

export type Line =
  | { readonly kind: 'head'; readonly head: Head }
  | { readonly kind: 'table'; readonly table: string }
  | { readonly kind: 'row'; readonly row: string }
  | { readonly kind: 'end'; readonly rows: number }
  | { readonly kind: 'unknown' }

/** What a line says. Throws a SyntaxError for one that is no JSON. */
export function lineOf(text: string): Line {
  const read: unknown = JSON.parse(text)
  if (typeof read === 'string') return { kind: 'row', row: read }
  if (typeof read !== 'object' || read === null) return { kind: 'unknown' }
  if (isHead(read)) return { kind: 'head', head: read }
  if ('table' in read && typeof read.table === 'string') return { kind: 'table', table: read.table }
  return 'rows' in read && typeof read.rows === 'number' ? { kind: 'end', rows: read.rows } : { kind: 'unknown' }
}

const isHead = (read: object): read is Head =>
  'backup' in read && read.backup === 'workforce-returns' && 'migrations' in read && Array.isArray(read.migrations)
