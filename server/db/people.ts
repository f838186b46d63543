import { sql, type RawBuilder } from 'kysely'
import type { EmployerRole, StaffRole } from '../domain/people/roles'
import { prepared } from './prepared'
import type { Reader } from './transaction'

export interface Membership {
  readonly organisationId: string
  readonly organisation: string
  readonly role: EmployerRole
}

/** Somebody who may sign in, with what they may do. */
export interface Person {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly staffRole: StaffRole | null
  readonly memberships: readonly Membership[]
}

const memberships = sql<readonly Membership[]>`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'organisationId', organisation_id, 'organisation', organisations.name, 'role', role) order by organisations.name), '[]')
  from memberships join organisations on organisations.id = organisation_id where person_id = people.id)`

const active = (db: Reader) =>
  db
    .selectFrom('people')
    .select(['people.id', 'email', 'people.name', 'staffRole', memberships.as('memberships')])
    .where('deactivatedAt', 'is', null)

/** The same, by the id that stands here, as one value of another statement; null where there is nobody. */
export const personInJson = (id: RawBuilder<unknown>) => sql<Person | null>`(
  select jsonb_build_object('id', people.id, 'email', email, 'name', people.name, 'staffRole', staff_role,
    'memberships', ${memberships})
  from people where people.id = ${id} and deactivated_at is null)`

const personRow = prepared('person', (db, { id }: { readonly id: string }) => active(db).where('people.id', '=', id))

/** Whoever has this id and has not been deactivated. */
export const findPerson = async (db: Reader, id: string): Promise<Person | undefined> =>
  (await personRow(db, { id }))[0]

/** Whoever signs in with this address, with the hash of their password. */
export const findPersonByEmail = (db: Reader, email: string) =>
  active(db).select('passwordHash').where('email', '=', email.toLowerCase()).executeTakeFirst()
