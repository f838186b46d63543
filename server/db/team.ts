import type { EmployerRole } from '../domain/people/roles'
import { deleteAssignmentsOf } from './assignments'
import type { Reader, Tx } from './transaction'

/** Somebody who works for an employer. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: EmployerRole
}

/** Everybody who works for an employer and has not left the service, by name. */
export const membersOf = (db: Reader, organisationId: string): Promise<Member[]> =>
  db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['people.id', 'people.name', 'people.email', 'memberships.role'])
    .where('memberships.organisationId', '=', organisationId)
    .where('people.deactivatedAt', 'is', null)
    .orderBy('people.name')
    .orderBy('people.id')
    .execute()

/** An employer whose team is to change: nobody else changes it until the transaction ends. */
export interface LockedTeam {
  readonly organisationId: string
  readonly organisation: string
  readonly members: readonly Member[]
  /** The preparer who changes it. */
  readonly by: Member
}

/** Locks an employer's team for one of its preparers, and only then reads it; to everybody else there is none. */
export async function lockTeam(tx: Tx, organisationId: string, by: string): Promise<LockedTeam | undefined> {
  const organisation = await tx
    .selectFrom('organisations')
    .select('name')
    .where('id', '=', organisationId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  const members = await membersOf(tx, organisationId)
  const preparer = members.find(({ id, role }) => id === by && role === 'preparer')
  return organisation && preparer && { organisationId, organisation: organisation.name, members, by: preparer }
}

/** Makes somebody belong to an employer. Whoever does already keeps the role they have. */
export async function insertMembership(
  tx: Tx,
  membership: { readonly personId: string; readonly organisationId: string; readonly role: EmployerRole },
): Promise<void> {
  await tx
    .insertInto('memberships')
    .values(membership)
    .onConflict((already) => already.doNothing())
    .execute()
}

/** Somebody belongs to an employer no more, and has no sections of its. */
export async function deleteMember(tx: Tx, personId: string, organisationId: string): Promise<void> {
  await deleteAssignmentsOf(tx, personId, organisationId)
  await tx
    .deleteFrom('memberships')
    .where('personId', '=', personId)
    .where('organisationId', '=', organisationId)
    .execute()
}

/** What a member does from now on. Only contributors have sections given to them. */
export async function setMemberRole(
  tx: Tx,
  member: { readonly personId: string; readonly organisationId: string },
  role: EmployerRole,
): Promise<void> {
  if (role !== 'contributor') await deleteAssignmentsOf(tx, member.personId, member.organisationId)
  await tx
    .updateTable('memberships')
    .set({ role })
    .where('personId', '=', member.personId)
    .where('organisationId', '=', member.organisationId)
    .execute()
}
