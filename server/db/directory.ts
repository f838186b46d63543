import { sql } from 'kysely'
import type { EmployerRole, StaffRole } from '../domain/people/roles'
import type { Reader, Tx } from './transaction'

/** The directory of people, for administrators. Nobody's password leaves the table. */

export interface Membered {
  readonly organisationId: string
  readonly organisation: string
  readonly code: string
  readonly role: EmployerRole
}

export interface ListedPerson {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly telephone: string | null
  readonly staffRole: StaffRole | null
  readonly deactivatedAt: Date | null
  readonly memberships: readonly Membered[]
}

const memberships = sql<readonly Membered[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('organisationId', organisation_id, 'organisation', organisations.name,
    'code', organisations.code, 'role', role) order by organisations.name), '[]')
  from memberships join organisations on organisations.id = organisation_id where person_id = people.id)`

const listed = (db: Reader) =>
  db
    .selectFrom('people')
    .select([
      'people.id',
      'people.name',
      'email',
      'telephone',
      'staffRole',
      'deactivatedAt',
      memberships.as('memberships'),
    ])

/** Somebody of the directory, also when they have been deactivated. */
export const findListed = (db: Reader, id: string): Promise<ListedPerson | undefined> =>
  listed(db).where('people.id', '=', id).executeTakeFirst()

/** Those whose name, address or organisation has this in it, by name. */
export const peopleLike = (
  db: Reader,
  { q, offset, limit }: { readonly q: string; readonly offset: number; readonly limit: number },
): Promise<(ListedPerson & { readonly of: number })[]> => {
  const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return listed(db)
    .select(sql<number>`count(*) over ()`.as('of'))
    .where((eb) =>
      eb.or([
        eb('people.name', 'ilike', part),
        eb('email', 'ilike', part),
        eb.exists(
          eb
            .selectFrom('memberships')
            .innerJoin('organisations', 'organisations.id', 'memberships.organisationId')
            .select('memberships.personId')
            .whereRef('memberships.personId', '=', 'people.id')
            .where('organisations.name', 'ilike', part),
        ),
      ]),
    )
    .orderBy('people.name')
    .orderBy('people.id')
    .offset(offset)
    .limit(limit)
    .execute()
}

export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly telephone: string | null
  readonly staffRole: StaffRole | null
}

/** Enters somebody, who has no password yet; their id, or undefined where somebody has this address already. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<string | undefined> {
  const added = await tx
    .insertInto('people')
    .values({ ...person, email: person.email.toLowerCase() })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id
}

/** Lets nobody else change a person until the transaction ends, and only then reads them. */
export async function lockPerson(tx: Tx, id: string): Promise<ListedPerson | undefined> {
  await tx.selectFrom('people').select('id').where('id', '=', id).forUpdate().execute()
  return findListed(tx, id)
}

/** Keeps what the register says of a person: name, telephone, and role among the staff or none. */
export async function setPerson(
  tx: Tx,
  id: string,
  person: Pick<NewPerson, 'name' | 'telephone' | 'staffRole'>,
): Promise<void> {
  await tx.updateTable('people').set(person).where('id', '=', id).execute()
}

/** Lets somebody in no more, or again. Whoever is signed in is signed out by it. */
export async function setDeactivated(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx.updateTable('people').set({ deactivatedAt: at }).where('id', '=', id).execute()
  if (at !== null) await tx.deleteFrom('sessions').where('personId', '=', id).execute()
}

/** What somebody does for an employer from now on. */
export async function setMembership(
  tx: Tx,
  { personId, organisationId }: { readonly personId: string; readonly organisationId: string },
  role: EmployerRole,
): Promise<void> {
  await tx
    .insertInto('memberships')
    .values({ personId, organisationId, role })
    .onConflict((conflict) => conflict.columns(['personId', 'organisationId']).doUpdateSet({ role }))
    .execute()
}

/** Somebody no longer belongs to an organisation; from their next request on they see nothing of it. */
export async function deleteMembership(tx: Tx, personId: string, organisationId: string): Promise<void> {
  await tx
    .deleteFrom('memberships')
    .where('personId', '=', personId)
    .where('organisationId', '=', organisationId)
    .execute()
}
