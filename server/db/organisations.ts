import { sql } from 'kysely'
import type { RegisteredOrganisation } from '../domain/survey/register'
import type { Reader, Tx } from './transaction'

export type Organisation = RegisteredOrganisation & { readonly id: string }

const columns = [
  'id',
  'name',
  'type',
  'code',
  'cassrCode',
  'nhsRegion',
  'adassRegion',
  'popRegistered',
  'popResident',
  'popAdults',
  'emailDomains',
] as const

/** Everything of one organisation that the register holds. */
export const findOrganisation = (db: Reader, id: string): Promise<Organisation | undefined> =>
  db.selectFrom('organisations').select(columns).where('id', '=', id).executeTakeFirst()

/** The organisation with this code of ours; undefined where there is none. */
export const findOrganisationByCode = (db: Reader, code: string): Promise<Organisation | undefined> =>
  db.selectFrom('organisations').select(columns).where('code', '=', code).executeTakeFirst()

/** A text as it is written in a pattern, so that it stands for itself. */
const literally = (part: string): string => part.replace(/[\\%_]/g, '\\$&')

/** Those whose name or code has this in it, by name. */
export const organisationsLike = (
  db: Reader,
  { q, offset, limit }: { readonly q: string; readonly offset: number; readonly limit: number },
): Promise<(Organisation & { readonly of: number })[]> =>
  db
    .selectFrom('organisations')
    .select([...columns, sql<number>`count(*) over ()`.as('of')])
    .where((eb) => eb.or([eb('name', 'ilike', `%${literally(q)}%`), eb('code', 'ilike', `%${literally(q)}%`)]))
    .orderBy('name')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute()

/** Lets nobody else change the register until the transaction ends, so that what is free now stays free. */
export async function lockRegister(tx: Tx): Promise<void> {
  await sql`lock table organisations in share row exclusive mode`.execute(tx)
}

export type NewOrganisation = RegisteredOrganisation

/** Enters an organisation in the register; its id. */
export async function insertOrganisation(tx: Tx, organisation: NewOrganisation): Promise<string> {
  const { id } = await tx
    .insertInto('organisations')
    .values({ ...organisation, emailDomains: [...organisation.emailDomains] })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Keeps what the register says of an organisation, all of it. */
export async function setOrganisation(tx: Tx, id: string, organisation: NewOrganisation): Promise<void> {
  await tx
    .updateTable('organisations')
    .set({ ...organisation, emailDomains: [...organisation.emailDomains] })
    .where('id', '=', id)
    .execute()
}

/** Which of its codes another organisation has already. */
export async function takenCodes(
  tx: Tx,
  { code, cassrCode }: Pick<Organisation, 'code' | 'cassrCode'>,
  but: string | null,
): Promise<('code' | 'cassrCode')[]> {
  const others = await tx
    .selectFrom('organisations')
    .select(['code', 'cassrCode'])
    .where((eb) => eb.or([eb('code', '=', code), ...(cassrCode === null ? [] : [eb('cassrCode', '=', cassrCode)])]))
    .where((eb) => (but === null ? eb.lit(true) : eb('id', '<>', but)))
    .execute()
  const has = {
    code: others.some((other) => other.code === code),
    cassrCode: others.some((o) => o.cassrCode === cassrCode),
  }
  return [
    ...(has.code ? (['code'] as const) : []),
    ...(cassrCode !== null && has.cassrCode ? (['cassrCode'] as const) : []),
  ]
}

export interface ReturnOfOrganisation {
  readonly collection: string
  readonly title: string
  /** Null where it is not asked. */
  readonly returnId: string | null
}

/** Every collection, with the organisation's return in it where it is asked for one; the latest first. */
export const collectionsOfOrganisation = (db: Reader, organisationId: string): Promise<ReturnOfOrganisation[]> =>
  db
    .selectFrom('collections')
    .leftJoin('returns', (join) =>
      join.onRef('returns.collectionId', '=', 'collections.id').on('returns.organisationId', '=', organisationId),
    )
    .select(['collections.code as collection', 'collections.title', 'returns.id as returnId'])
    .orderBy('collections.opensAt', 'desc')
    .orderBy('collections.code')
    .execute()

/** Asks an organisation for a return in each of these collections. Where it is asked already, nothing changes. */
export async function insertReturns(tx: Tx, organisationId: string, collections: readonly string[]): Promise<void> {
  if (collections.length === 0) return
  await tx
    .insertInto('returns')
    .columns(['collectionId', 'organisationId'])
    .expression((eb) =>
      eb
        .selectFrom('collections')
        .select(['collections.id', sql<string>`${organisationId}::uuid`.as('organisationId')])
        .where('collections.code', 'in', collections),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
