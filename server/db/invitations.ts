import { sql } from 'kysely'
import { INVITATION_DAYS } from '../domain/people/lifetimes'
import type { EmployerRole } from '../domain/people/roles'
import type { Reader, Tx } from './transaction'

/** Nobody has used it or taken it back. */
const standing = sql<boolean>`invitations.used_at is null and invitations.revoked_at is null`

/** It can still be accepted, by real time and while whoever invited is with the service. */
const acceptable = sql<boolean>`${standing} and invitations.expires_at > clock_timestamp() and exists (
  select from people where people.id = invitations.invited_by and people.deactivated_at is null)`

const shut = { revokedAt: sql<Date>`clock_timestamp()` }

/** An invitation as whoever was sent it sees it. */
export interface Invitation {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  readonly email: string
  readonly role: EmployerRole
  readonly by: string
}

/** The invitation whose link this is the hash of, while it can be accepted. */
export const findInvitation = (db: Reader, tokenHash: Buffer): Promise<Invitation | undefined> =>
  db
    .selectFrom('invitations')
    .innerJoin('organisations', 'organisations.id', 'invitations.organisationId')
    .innerJoin('people', 'people.id', 'invitations.invitedBy')
    .select([
      'invitations.id',
      'organisationId',
      'organisations.name as organisation',
      'invitations.email',
      'invitations.role',
      'people.name as by',
    ])
    .where('tokenHash', '=', tokenHash)
    .where(acceptable)
    .executeTakeFirst()

/** Uses an invitation up, in one statement: of many who try, one succeeds. */
export const useInvitation = (tx: Tx, id: string) =>
  tx
    .updateTable('invitations')
    .set({ usedAt: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where(acceptable)
    .returning(['organisationId', 'email', 'role'])
    .executeTakeFirst()

/** Notes who used an invitation, after it was used up. */
export async function setInvitationUser(tx: Tx, id: string, usedBy: string): Promise<void> {
  await tx.updateTable('invitations').set({ usedBy }).where('id', '=', id).execute()
}

/** An invitation that nobody has answered yet, as the team sees it. */
export interface OpenInvitation {
  readonly id: string
  readonly email: string
  readonly role: EmployerRole
  readonly by: string
  readonly decidedAt: Date
  readonly expired: boolean
}

/** The invitations of an organisation that are still to be answered, those that have run out included. */
export const openInvitationsOf = (db: Reader, organisationId: string): Promise<OpenInvitation[]> =>
  db
    .selectFrom('invitations')
    .innerJoin('people', 'people.id', 'invitations.invitedBy')
    .select([
      'invitations.id',
      'invitations.email',
      'invitations.role',
      'people.name as by',
      'decidedAt',
      sql<boolean>`not (${acceptable})`.as('expired'),
    ])
    .where('organisationId', '=', organisationId)
    .where(standing)
    .orderBy('invitations.email')
    .execute()

interface NewInvitation {
  readonly id: string
  readonly organisationId: string
  readonly email: string
  readonly role: EmployerRole
  readonly invitedBy: string
  readonly tokenHash: Buffer
  readonly decidedAt: Date
}

/** Writes an invitation, in place of an older one to the same address. */
export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  const { organisationId, email } = invitation
  await tx
    .updateTable('invitations')
    .set(shut)
    .where('organisationId', '=', organisationId)
    .where('email', '=', email)
    .where(standing)
    .execute()
  await tx
    .insertInto('invitations')
    .values({ ...invitation, expiresAt: sql<Date>`clock_timestamp() + make_interval(days => ${INVITATION_DAYS}::int)` })
    .execute()
}

/** Takes an invitation back; its address, or undefined where there is none to take back. */
export async function revokeInvitation(tx: Tx, organisationId: string, id: string): Promise<string | undefined> {
  const revoked = await tx
    .updateTable('invitations')
    .set(shut)
    .where('id', '=', id)
    .where('organisationId', '=', organisationId)
    .where(standing)
    .returning('email')
    .executeTakeFirst()
  return revoked?.email
}

/** Takes back all that somebody who has left the team had invited others to. */
export async function revokeInvitationsBy(tx: Tx, organisationId: string, invitedBy: string): Promise<void> {
  await tx
    .updateTable('invitations')
    .set(shut)
    .where('organisationId', '=', organisationId)
    .where('invitedBy', '=', invitedBy)
    .where(standing)
    .execute()
}

/** From now on they are the successor's invitations. */
export async function setInviter(
  tx: Tx,
  organisationId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ invitedBy: to })
    .where('organisationId', '=', organisationId)
    .where('invitedBy', '=', from)
    .where(standing)
    .execute()
}
