import { revokeInvitation as revoke } from '../db/invitations'
import { lockTeam } from '../db/team'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

interface RevokeInvitation {
  readonly organisationId: string
  readonly by: string
  readonly id: string
}

export type InvitationRevoked = { readonly kind: 'revoked'; readonly email: string } | { readonly kind: 'not_found' }

/** Takes an invitation back: its link works no more. */
export const revokeInvitation = ({ db }: Pick<Services, 'db'>, { organisationId, by, id }: RevokeInvitation) =>
  inTransaction<InvitationRevoked>(db, async (tx) => {
    const team = await lockTeam(tx, organisationId, by)
    const email = team && (await revoke(tx, organisationId, id))
    return email === undefined ? { kind: 'not_found' } : { kind: 'revoked', email }
  })
