import { deleteAssignment } from '../db/assignments'
import { lockTeam } from '../db/team'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

interface TakeSectionBack {
  readonly returnId: string
  readonly organisationId: string
  /** The preparer. */
  readonly by: string
  readonly personId: string
  readonly section: string
}

export type SectionTakenBack = { readonly kind: 'taken_back' } | { readonly kind: 'not_found' }

/** Takes a section back from a colleague, who does not see it any more. What they filled in stays. */
export const takeSectionBack = ({ db }: Pick<Services, 'db'>, { organisationId, by, ...assignment }: TakeSectionBack) =>
  inTransaction<SectionTakenBack>(db, async (tx) => {
    const team = await lockTeam(tx, organisationId, by)
    const taken = team ? await deleteAssignment(tx, { organisationId, ...assignment }) : 0
    return taken === 0 ? { kind: 'not_found' } : { kind: 'taken_back' }
  })
