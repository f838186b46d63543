import { sql } from 'kysely'
import { PASSWORD_LINK_MINUTES, PASSWORD_LINKS_AN_HOUR } from '../domain/people/lifetimes'
import type { Recipient } from '../domain/post/letter'
import type { Reader, Tx } from './transaction'

const standing = sql<boolean>`password_tokens.used_at is null and password_tokens.revoked_at is null`

/** It still works, by real time and while its person is with the service. */
const working = sql<boolean>`${standing} and password_tokens.expires_at > clock_timestamp() and exists (
  select from people where people.id = password_tokens.person_id and people.deactivated_at is null)`

/** Whose password may be chosen with the link that this is the hash of. */
export const findPasswordLink = (db: Reader, tokenHash: Buffer) =>
  db
    .selectFrom('passwordTokens')
    .innerJoin('people', 'people.id', 'passwordTokens.personId')
    .select(['passwordTokens.id', 'personId', 'people.email', 'people.name'])
    .where('tokenHash', '=', tokenHash)
    .where(working)
    .executeTakeFirst()

/** Uses a link up, in one statement: of many who try, one succeeds. Whether this one did. */
export async function usePasswordLink(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const used = await tx
    .updateTable('passwordTokens')
    .set({ usedAt: sql<Date>`clock_timestamp()` })
    .where('tokenHash', '=', tokenHash)
    .where(working)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

/** Every link of a person that still worked works no more. */
export async function revokePasswordLinks(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('passwordTokens')
    .set({ revokedAt: sql<Date>`clock_timestamp()` })
    .where('personId', '=', personId)
    .where(standing)
    .execute()
}

/** Writes a link down, in place of an older one of the same person. */
export async function insertPasswordLink(
  tx: Tx,
  link: { readonly id: string; readonly personId: string; readonly tokenHash: Buffer },
): Promise<void> {
  await revokePasswordLinks(tx, link.personId)
  const expiresAt = sql<Date>`clock_timestamp() + make_interval(mins => ${PASSWORD_LINK_MINUTES}::int)`
  await tx
    .insertInto('passwordTokens')
    .values({ ...link, expiresAt })
    .execute()
}

/** Writes down that somebody at this address, whoever it is, wants a new password. */
export async function insertPasswordRequest(tx: Tx, email: string): Promise<void> {
  await tx.insertInto('passwordRequests').values({ email }).execute()
}

/** Takes the oldest requests, which nobody else then takes: the addresses, each once. */
export async function takePasswordRequests(tx: Tx, most: number): Promise<string[]> {
  const taken = await tx
    .deleteFrom('passwordRequests')
    .where('id', 'in', (from) =>
      from.selectFrom('passwordRequests').select('id').orderBy('askedAt').limit(most).forUpdate().skipLocked(),
    )
    .returning('email')
    .execute()
  return [...new Set(taken.map(({ email }) => email))].sort()
}

const fewLately = sql<boolean>`(
  select count(*) from password_tokens
  where person_id = people.id and created_at > clock_timestamp() - interval '1 hour') < ${PASSWORD_LINKS_AN_HOUR}`

/**
 * Those who have an account at these addresses, and have not been sent too many links lately. Nobody else changes them
 * until the transaction ends.
 */
export const lockPeopleAt = (tx: Tx, emails: readonly string[]): Promise<Recipient[]> =>
  tx
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('email', 'in', emails.length > 0 ? emails : [null])
    .where('deactivatedAt', 'is', null)
    .where(fewLately)
    .orderBy('id')
    .forUpdate()
    .execute()
