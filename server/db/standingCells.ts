import type { Cells } from '../domain/survey/cells'
import type { Reader } from './transaction'

/** What one submission says. */
export async function submittedCells(db: Reader, submissionId: string): Promise<Cells> {
  const { cells } = await db
    .selectFrom('submissions')
    .select('cells')
    .where('id', '=', submissionId)
    .executeTakeFirstOrThrow()
  return cells
}
