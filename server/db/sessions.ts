import { sql } from 'kysely'
import type { Reader, Tx } from './transaction'

/** How long a session lasts, unused and in all: less for the network's people, who see everybody's returns. */
const isStaff = (personId: ReturnType<typeof sql>) =>
  sql<boolean>`exists (select from people where people.id = ${personId} and staff_role is not null)`
const idle = (personId: ReturnType<typeof sql>) =>
  sql`case when ${isStaff(personId)} then interval '30 minutes' else interval '60 minutes' end`
const atMost = (personId: ReturnType<typeof sql>) =>
  sql`case when ${isStaff(personId)} then interval '8 hours' else interval '12 hours' end`

const its = sql`sessions.person_id`

/** It is remembered once a minute at most that somebody is still there. */
const stale = sql<boolean>`sessions.seen_at < clock_timestamp() - interval '1 minute'`

/** A session that has not ended, by the hash of its id. */
export const findSession = (db: Reader, idHash: Buffer) =>
  db
    .selectFrom('sessions')
    .select(['data', stale.as('stale')])
    .where('idHash', '=', idHash)
    .where('expiresAt', '>', sql<Date>`clock_timestamp()`)
    .where(sql<boolean>`sessions.seen_at > clock_timestamp() - ${idle(its)}`)
    .where(sql<boolean>`sessions.created_at > clock_timestamp() - ${atMost(its)}`)
    .executeTakeFirst()

export interface SessionRow {
  readonly idHash: Buffer
  readonly personId: string | null
  readonly data: object
}

/** Begins a session. */
export async function insertSession(tx: Tx, { idHash, personId, data }: SessionRow): Promise<void> {
  const ends = sql<Date>`clock_timestamp() + ${idle(sql`${personId}::uuid`)}`
  await tx
    .insertInto('sessions')
    .values({ idHash, personId, data: JSON.stringify(data), expiresAt: ends })
    .onConflict((again) =>
      again.column('idHash').doUpdateSet({ personId, data: JSON.stringify(data), expiresAt: ends }),
    )
    .execute()
}

const seenAgain = {
  seenAt: sql<Date>`clock_timestamp()`,
  expiresAt: sql<Date>`least(clock_timestamp() + ${idle(its)}, sessions.created_at + ${atMost(its)})`,
}

/** Keeps what a session holds now. One that has been ended meanwhile stays ended. */
export async function changeSession(tx: Tx, { idHash, personId, data }: SessionRow): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ...seenAgain, personId, data: JSON.stringify(data) })
    .where('idHash', '=', idHash)
    .execute()
}

/** Remembers that somebody is still there. */
export async function setSessionSeen(tx: Tx, idHash: Buffer): Promise<void> {
  await tx.updateTable('sessions').set(seenAgain).where('idHash', '=', idHash).execute()
}

export async function deleteSession(tx: Tx, idHash: Buffer): Promise<void> {
  await tx.deleteFrom('sessions').where('idHash', '=', idHash).execute()
}
