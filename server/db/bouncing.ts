import { sql } from 'kysely'
import type { Reader, Tx } from './transaction'

/** Mail that comes back: whose address it is, since when, and why. */

const LONGEST_REASON = 500

interface CameBack {
  readonly address: string
  /** What the mail server said, in its own words. */
  readonly reason: string
}

/** Remembers that mail to an address comes back; whose it is, or undefined where nobody here has it. */
export async function setBouncing(tx: Tx, { address, reason }: CameBack): Promise<{ name: string } | undefined> {
  return tx
    .updateTable('people')
    .set({
      bouncingSince: sql`coalesce(bouncing_since, app_now())`,
      bounceReason: reason.slice(0, LONGEST_REASON),
    })
    .where('email', '=', address.toLowerCase())
    .returning('name')
    .executeTakeFirst()
}

/** Believes an address again: the next letter is tried. Whether there was anything to forget. */
export async function setNotBouncing(tx: Tx, personId: string): Promise<boolean> {
  const changed = await tx
    .updateTable('people')
    .set({ bouncingSince: null, bounceReason: null })
    .where('id', '=', personId)
    .where('bouncingSince', 'is not', null)
    .returning('id')
    .execute()
  return changed.length > 0
}

/** The letter that came back: it was sent, and did not arrive. The address it was sent to. */
export async function setCameBack(
  tx: Tx,
  messageId: string,
  reason: string,
): Promise<{ readonly toAddress: string } | undefined> {
  await tx
    .updateTable('post')
    .set({ state: 'failed', stateReason: `It was sent, and came back: ${reason}`.slice(0, LONGEST_REASON) })
    .where('messageId', '=', messageId)
    .where('state', '=', 'sent')
    .execute()
  return tx.selectFrom('post').select('toAddress').where('messageId', '=', messageId).executeTakeFirst()
}

/** Somebody whose mail comes back, with one of their returns. */
export interface BouncingContact {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly since: Date
  readonly reason: string
  readonly organisation: string | null
  /** Of the collection that opened last. */
  readonly returnId: string | null
}

/** Everybody whose mail comes back, the latest first, once for each of their organisations. */
export const bouncingContacts = (db: Reader, limit: number): Promise<BouncingContact[]> =>
  bouncing(db)
    .leftJoin('memberships', 'memberships.personId', 'people.id')
    .leftJoin('organisations', 'organisations.id', 'memberships.organisationId')
    .select([
      'organisations.name as organisation',
      sql<string | null>`(
        select returns.id from returns join collections on collections.id = collection_id
        where returns.organisation_id = organisations.id order by collections.opens_at desc limit 1)`.as('returnId'),
    ])
    .where('people.deactivatedAt', 'is', null)
    .orderBy('people.bouncingSince', 'desc')
    .orderBy('people.email')
    .limit(limit)
    .execute()

/** Those among the people of a return whose mail comes back. */
export const bouncingOfReturn = (
  db: Reader,
  returnId: string,
): Promise<Omit<BouncingContact, 'organisation' | 'returnId'>[]> =>
  bouncing(db)
    .innerJoin('memberships', 'memberships.personId', 'people.id')
    .innerJoin('returns', 'returns.organisationId', 'memberships.organisationId')
    .where('returns.id', '=', returnId)
    .where('people.deactivatedAt', 'is', null)
    .orderBy('people.name')
    .execute()

/** Somebody of the employer of a return. */
export const contactOfReturn = (
  db: Reader,
  returnId: string,
  personId: string,
): Promise<{ readonly name: string } | undefined> =>
  db
    .selectFrom('people')
    .innerJoin('memberships', 'memberships.personId', 'people.id')
    .innerJoin('returns', 'returns.organisationId', 'memberships.organisationId')
    .select('people.name')
    .where('returns.id', '=', returnId)
    .where(sql<boolean>`people.id::text = ${personId.toLowerCase()}`)
    .executeTakeFirst()

const bouncing = (db: Reader) =>
  db
    .selectFrom('people')
    .select([
      'people.id as personId',
      'people.name',
      'people.email',
      sql<Date>`people.bouncing_since`.as('since'),
      sql<string>`coalesce(people.bounce_reason, '')`.as('reason'),
    ])
    .where('people.bouncingSince', 'is not', null)
