import { sql } from 'kysely'
import type { Recipient } from '../domain/post/letter'
import type { InvitedAccount } from '../domain/people/accepting'
import type { Reader, Tx } from './transaction'

/** The account at an address, also when its person has left. */
export const findAccount = (db: Reader, email: string): Promise<(InvitedAccount & { id: string }) | undefined> =>
  db
    .selectFrom('people')
    .select([
      'id',
      sql<boolean>`deactivated_at is not null`.as('deactivated'),
      sql<boolean>`staff_role is not null`.as('ofNetwork'),
      sql<boolean>`password_hash is not null`.as('hasPassword'),
    ])
    .where('email', '=', email)
    .executeTakeFirst()

/** Calls somebody by another name from now on. */
export async function setName(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('people').set({ name }).where('id', '=', id).execute()
}

/** Somebody whose password is to change: nobody else changes it until the transaction ends. */
export const lockAccount = (tx: Tx, id: string): Promise<Recipient & { passwordHash: string | null }> =>
  tx
    .selectFrom('people')
    .select(['id', 'name', 'email', 'passwordHash'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()

/** The hash of somebody's password, to check what they type against. */
export async function passwordHashOf(db: Reader, id: string): Promise<string | null> {
  const { passwordHash } = await db
    .selectFrom('people')
    .select('passwordHash')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return passwordHash
}

/** A place where somebody is signed in. */
export interface SignedInPlace {
  readonly idHash: Buffer
  readonly device: string | null
  readonly seenSecondsAgo: number
}

/** Where somebody is signed in, the place last used first. By real time, like all of sessions. */
export const signedInPlaces = (db: Reader, personId: string): Promise<SignedInPlace[]> =>
  db
    .selectFrom('sessions')
    .select([
      'idHash',
      sql<string | null>`data ->> 'device'`.as('device'),
      sql<number>`extract(epoch from clock_timestamp() - seen_at)::float8`.as('seenSecondsAgo'),
    ])
    .where('personId', '=', personId)
    .where('expiresAt', '>', sql<Date>`clock_timestamp()`)
    .orderBy('seenAt', 'desc')
    .orderBy('idHash')
    .execute()

/** Ends one session of a person; how many there were to end. */
export async function deleteSessionOf(tx: Tx, personId: string, idHash: Buffer): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('personId', '=', personId)
    .where('idHash', '=', idHash)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Ends every session of a person but one. */
export async function deleteOtherSessions(tx: Tx, personId: string, idHash: Buffer): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('sessions')
    .where('personId', '=', personId)
    .where('idHash', '!=', idHash)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
