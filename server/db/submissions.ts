import { sql } from 'kysely'
import type { ExplainedRule } from '../domain/returns/submission'
import type { Cells } from '../domain/survey/cells'
import type { Reader, Tx } from './transaction'

export interface NewSubmission {
  readonly returnId: string
  readonly number: number
  readonly reference: string
  /** The code of the definition it was made under: old answers are read with the old definition, always. */
  readonly definition: string
  readonly cells: Cells
  readonly explained: readonly ExplainedRule[]
  readonly hash: string
  readonly version: number
  readonly nil: boolean
  readonly identified: boolean
  /** Whether only the essential questions had to be answered. */
  readonly essentialOnly: boolean
  readonly signedBy: string
  readonly decidedAt: Date
}

export interface Submission extends NewSubmission {
  readonly id: string
  readonly signedByName: string
  /** What the account was called when it was signed with; null of those signed before that was kept. */
  readonly signedAs: string | null
}

/** Puts in ink what is said; its id. */
export async function insertSubmission(tx: Tx, submission: NewSubmission): Promise<string> {
  const { id } = await tx
    .insertInto('submissions')
    .values({
      ...submission,
      cells: JSON.stringify(submission.cells),
      explained: JSON.stringify(submission.explained),
      signedAs: sql<string>`(select name from people where id = ${submission.signedBy})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** How many submissions a return has had. */
export async function submissionCount(tx: Tx, returnId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('submissions')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('returnId', '=', returnId)
    .executeTakeFirstOrThrow()
  return count
}

/** Every submission of a return, the latest first. */
export const submissionsOf = (db: Reader, returnId: string): Promise<Submission[]> =>
  db
    .selectFrom('submissions')
    .innerJoin('people', 'people.id', 'submissions.signedBy')
    .selectAll('submissions')
    .select('people.name as signedByName')
    .where('returnId', '=', returnId)
    .orderBy('number', 'desc')
    .execute()
