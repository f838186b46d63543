import { randomUUID } from 'node:crypto'
import type { Arrival } from '../clock'
import { decideNow } from '../db/clock'
import { insertInvitation } from '../db/invitations'
import { insertLetter } from '../db/post'
import { lockTeam } from '../db/team'
import { inTransaction } from '../db/transaction'
import type { EmployerRole } from '../domain/people/roles'
import { secretAddress, type SecretLink } from '../domain/post/secretLinks'
import { invitation } from '../mail/invitation'
import type { Services } from '../services'

interface InvitePerson {
  readonly organisationId: string
  /** The preparer. */
  readonly by: string
  readonly email: string
  readonly role: EmployerRole
  readonly arrival: Arrival
}

export type PersonInvited =
  { readonly kind: 'invited' } | { readonly kind: 'already_in_team' } | { readonly kind: 'not_found' }

/**
 * Invites somebody to an employer's team, in place of an earlier invitation to the same address. Whether they have an
 * account already is not asked: nobody learns it from what happens.
 */
export const invitePerson = (
  { db, links, publicUrl }: Pick<Services, 'db' | 'links' | 'publicUrl'>,
  { organisationId, by, email, role, arrival }: InvitePerson,
) =>
  inTransaction<PersonInvited>(db, async (tx) => {
    const team = await lockTeam(tx, organisationId, by)
    if (!team) return { kind: 'not_found' }
    const address = email.toLowerCase()
    if (team.members.some((member) => member.email === address)) return { kind: 'already_in_team' }

    const link: SecretLink = { to: 'invitations', id: randomUUID() }
    const decidedAt = await decideNow(tx, arrival)
    const tokenHash = links.hashOf(links.tokenOf(link))
    await insertInvitation(tx, {
      id: link.id,
      organisationId,
      email: address,
      role,
      invitedBy: by,
      tokenHash,
      decidedAt,
    })
    await insertLetter(
      tx,
      { kind: 'invitation', cause: `invitation:${link.id}`, returnId: null, decidedAt },
      invitation({ organisation: team.organisation, by: team.by.name, role, href: secretAddress(publicUrl, link) }),
      { id: null, name: 'colleague', email: address },
    )
    return { kind: 'invited' }
  })
