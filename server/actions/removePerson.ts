import { revokeInvitationsBy } from '../db/invitations'
import { deleteMember, lockTeam } from '../db/team'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

interface RemovePerson {
  readonly organisationId: string
  /** The preparer. */
  readonly by: string
  readonly personId: string
}

export type PersonRemoved =
  | { readonly kind: 'removed'; readonly name: string }
  /** Whoever leaves hands over first, so that an employer is never without a preparer. */
  | { readonly kind: 'yourself' }
  | { readonly kind: 'not_found' }

/** Removes somebody from an employer's team: from their next request on its returns do not exist for them. */
export const removePerson = ({ db }: Pick<Services, 'db'>, { organisationId, by, personId }: RemovePerson) =>
  inTransaction<PersonRemoved>(db, async (tx) => {
    const team = await lockTeam(tx, organisationId, by)
    const member = team?.members.find(({ id }) => id === personId)
    if (!member) return { kind: 'not_found' }
    if (personId === by) return { kind: 'yourself' }
    await deleteMember(tx, personId, organisationId)
    await revokeInvitationsBy(tx, organisationId, personId)
    return { kind: 'removed', name: member.name }
  })
