import { lockTeam, setMemberRole } from '../db/team'
import { inTransaction } from '../db/transaction'
import type { EmployerRole } from '../domain/people/roles'
import type { Services } from '../services'

interface ChangeRole {
  readonly organisationId: string
  /** The preparer. */
  readonly by: string
  readonly personId: string
  readonly role: EmployerRole
}

export type RoleChanged =
  | { readonly kind: 'changed'; readonly name: string }
  /** Whoever gives up preparing hands over, so that an employer is never without a preparer. */
  | { readonly kind: 'yourself' }
  | { readonly kind: 'not_found' }

/** Changes what somebody does for an employer, from their next request on. */
export const changeRole = ({ db }: Pick<Services, 'db'>, { organisationId, by, personId, role }: ChangeRole) =>
  inTransaction<RoleChanged>(db, async (tx) => {
    const team = await lockTeam(tx, organisationId, by)
    const member = team?.members.find(({ id }) => id === personId)
    if (!member) return { kind: 'not_found' }
    if (personId === by) return { kind: 'yourself' }
    await setMemberRole(tx, { personId, organisationId }, role)
    return { kind: 'changed', name: member.name }
  })
