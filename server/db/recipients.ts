import { sql } from 'kysely'
import type { EmployerRole } from '../domain/people/roles'
import type { Recipient } from '../domain/post/letter'
import type { Reader } from './transaction'

/** Somebody of an employer, with what they do for it. */
export interface OrganisationPerson extends Recipient {
  readonly organisationId: string
  readonly role: EmployerRole
}

/** Everybody of these employers who has not left the service, in a steady order. */
export const peopleOfAll = (db: Reader, organisationIds: readonly string[]): Promise<OrganisationPerson[]> =>
  db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['people.id', 'people.name', 'people.email', 'memberships.organisationId', 'memberships.role'])
    .where(sql<boolean>`memberships.organisation_id = any(${organisationIds}::uuid[])`)
    .where('people.deactivatedAt', 'is', null)
    .orderBy('people.email')
    .execute()

/** Who gets a letter to an employer: those of its people with one of these roles. */
export async function peopleOf(
  db: Reader,
  organisationId: string,
  roles: readonly EmployerRole[],
): Promise<OrganisationPerson[]> {
  const people = await peopleOfAll(db, [organisationId])
  return people.filter(({ role }) => roles.includes(role))
}
