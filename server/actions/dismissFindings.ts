import type { Arrival } from '../clock'
import { insertQueries } from '../db/queries'
import { lockReturn } from '../db/returns'
import { submittedCells } from '../db/standingCells'
import { inTransaction } from '../db/transaction'
import { askedOf, type Asking } from '../domain/queries/asking'
import type { Services } from '../services'

interface DismissFindings {
  readonly personId: string
  readonly returnId: string
  /** The submission the figures were read in. */
  readonly submissionId: string
  readonly findings: readonly Omit<Asking, 'question'>[]
  readonly reason: string
  readonly arrival: Arrival
}

export type FindingsDismissed =
  | { readonly kind: 'dismissed'; readonly count: number }
  /** Another submission stands now, or none does. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'not_found' }

/** Says that what a check found needs no question, for as long as the figures stay as they are. */
export const dismissFindings = ({ db }: Pick<Services, 'db'>, dismiss: DismissFindings) =>
  inTransaction<FindingsDismissed>(db, async (tx) => {
    const found = await lockReturn(tx, { network: dismiss.personId }, dismiss.returnId, dismiss.arrival)
    if (!found) return { kind: 'not_found' }
    if (found.standingSubmissionId !== dismiss.submissionId) return { kind: 'moved' }
    const submitted = await submittedCells(tx, dismiss.submissionId)
    const read = dismiss.findings.flatMap((each) => askedOf({ ...each, question: '' }, submitted) ?? [])
    const { personId, reason, submissionId } = dismiss
    const at = { returnId: found.id, submissionId, raisedBy: personId, decidedAt: found.now }
    const rows = read.map((each) => ({ ...each, ...at }))
    const inserted = await insertQueries(tx, rows, { state: 'dismissed', why: reason })
    return { kind: 'dismissed', count: inserted.size }
  })
