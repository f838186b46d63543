import type { Cells } from '../domain/survey/cells'
import type { Reader } from './transaction'

/** What several submissions say, by their ids. */
export async function cellsOfSubmissions(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Cells>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('submissions').select(['id', 'cells']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, cells }) => [id, cells]))
}

/** What one submission says. */
export async function submittedCells(db: Reader, submissionId: string): Promise<Cells> {
  const { cells } = await db
    .selectFrom('submissions')
    .select('cells')
    .where('id', '=', submissionId)
    .executeTakeFirstOrThrow()
  return cells
}
