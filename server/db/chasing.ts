import { sql } from 'kysely'
import type { Reader, Tx } from './transaction'

/** Who sees to a return, and where chasing it stands. */
export interface Chasing {
  readonly ownerId: string | null
  readonly owner: string | null
  readonly ownedAt: Date | null
  readonly lastContactAt: Date | null
  readonly promisedOn: string | null
  readonly promisedAt: Date | null
}

const none: Chasing = {
  ownerId: null,
  owner: null,
  ownedAt: null,
  lastContactAt: null,
  promisedOn: null,
  promisedAt: null,
}

/** Who sees to a return, and when it is promised for. */
export const findChasing = async (db: Reader, returnId: string): Promise<Chasing> =>
  (await db
    .selectFrom('chasing')
    .leftJoin('people', 'people.id', 'chasing.ownerId')
    .select(['ownerId', 'people.name as owner', 'ownedAt', 'lastContactAt', 'promisedOn', 'promisedAt'])
    .where('returnId', '=', returnId)
    .executeTakeFirst()) ?? none

/** Lets nobody else chase a return, or take it on, until the transaction ends; and only then reads and asks the time. */
export async function lockChasing(tx: Tx, returnId: string): Promise<{ chasing: Chasing; now: Date }> {
  const nothing = { returnId, ownerId: null, ownedAt: null, lastContactAt: null, promisedOn: null, promisedAt: null }
  await tx
    .insertInto('chasing')
    .values(nothing)
    .onConflict((there) => there.column('returnId').doNothing())
    .execute()
  await tx.selectFrom('chasing').select('returnId').where('returnId', '=', returnId).forUpdate().execute()
  const { now } = await tx.selectNoFrom(sql<Date>`app_now()`.as('now')).executeTakeFirstOrThrow()
  return { chasing: await findChasing(tx, returnId), now }
}

/** Somebody of the network sees to it from now on; or nobody. */
export async function setOwner(tx: Tx, returnId: string, ownerId: string | null, at: Date): Promise<void> {
  await tx
    .updateTable('chasing')
    .set({ ownerId, ownedAt: ownerId === null ? null : at })
    .where('returnId', '=', returnId)
    .execute()
}

interface Kept {
  readonly lastContactAt?: Date
  readonly promisedOn?: string | null
  readonly promisedAt?: Date | null
}

/** Keeps what a contact has made of it. */
export async function setChasing(tx: Tx, returnId: string, kept: Kept): Promise<void> {
  if (Object.keys(kept).length === 0) return
  await tx.updateTable('chasing').set(kept).where('returnId', '=', returnId).execute()
}

/** Whether this is somebody of the network who may see to returns. */
export const findColleague = (db: Reader, id: string) =>
  db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('staffRole', 'in', ['network', 'admin'])
    .where('deactivatedAt', 'is', null)
    .executeTakeFirst()
