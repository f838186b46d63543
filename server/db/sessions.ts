import { sql } from 'kysely'
import type { SessionTimes } from '../domain/people/sessionTimes'
import { personInJson } from './people'
import { prepared } from './prepared'
import type { Reader, Tx } from './transaction'

type PersonId = ReturnType<typeof sql>

const seconds = (count: number) => sql`make_interval(secs => ${count}::float8)`

/** How long a session lasts, unused or in all: less for the network's people, who see everybody's returns. */
const lasting = (times: SessionTimes, which: 'idle' | 'most', personId: PersonId) =>
  sql`case when exists (select from people where people.id = ${personId} and staff_role is not null)
    then ${seconds(times.network[which])} else ${seconds(times.employers[which])} end`

const its = sql`sessions.person_id`

const ofSession = (times: SessionTimes) => ({
  idle: lasting(times, 'idle', its),
  most: lasting(times, 'most', its),
})

/**
 * A session that has not ended, by the hash of its id, and in how many seconds it ends: unless it is used, and in any case.
 * With it whose it is, null where they have been deactivated, and what time it is in a demonstration: both are wanted for
 * nearly every request.
 */
export async function findSession(db: Reader, idHash: Buffer, times: SessionTimes) {
  const find = finding.get(times) ?? sessionRow(times)
  finding.set(times, find)
  const [found] = await find(db, { idHash })
  return found
}

const finding = new WeakMap<SessionTimes, ReturnType<typeof sessionRow>>()

const sessionRow = (times: SessionTimes) => {
  const { idle, most } = ofSession(times)
  const left = (until: PersonId) => sql<number>`extract(epoch from ${until} - clock_timestamp())::float8`
  return prepared('session', (db, { idHash }: { readonly idHash: Buffer }) =>
    db
      .selectFrom('sessions')
      .select([
        'data',
        sql<boolean>`sessions.seen_at < clock_timestamp() - ${seconds(times.remembered)}`.as('stale'),
        left(sql`sessions.seen_at + ${idle}`).as('idleLeft'),
        left(sql`sessions.created_at + ${most}`).as('mostLeft'),
        personInJson(sql`sessions.person_id`).as('person'),
        sql<Date | null>`(select app_now() from demonstration)`.as('demonstrationNow'),
      ])
      .where('idHash', '=', idHash)
      .where('expiresAt', '>', sql<Date>`clock_timestamp()`)
      .where(sql<boolean>`sessions.seen_at > clock_timestamp() - ${idle}`)
      .where(sql<boolean>`sessions.created_at > clock_timestamp() - ${most}`),
  )
}

export interface SessionRow {
  readonly idHash: Buffer
  readonly personId: string | null
  readonly data: object
}

/** Begins a session. */
export async function insertSession(
  tx: Tx,
  { idHash, personId, data }: SessionRow,
  times: SessionTimes,
): Promise<void> {
  const ends = sql<Date>`clock_timestamp() + ${lasting(times, 'idle', sql`${personId}::uuid`)}`
  await tx
    .insertInto('sessions')
    .values({ idHash, personId, data: JSON.stringify(data), expiresAt: ends })
    .onConflict((again) =>
      again.column('idHash').doUpdateSet({ personId, data: JSON.stringify(data), expiresAt: ends }),
    )
    .execute()
}

function seenAgain(times: SessionTimes) {
  const { idle, most } = ofSession(times)
  return {
    seenAt: sql<Date>`clock_timestamp()`,
    expiresAt: sql<Date>`least(clock_timestamp() + ${idle}, sessions.created_at + ${most})`,
  }
}

/** Keeps what a session holds now. One that has been ended meanwhile stays ended. */
export async function changeSession(
  tx: Tx,
  { idHash, personId, data }: SessionRow,
  times: SessionTimes,
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ ...seenAgain(times), personId, data: JSON.stringify(data) })
    .where('idHash', '=', idHash)
    .execute()
}

/** Remembers that somebody is still there. */
export async function setSessionSeen(tx: Tx, idHash: Buffer, times: SessionTimes): Promise<void> {
  await tx.updateTable('sessions').set(seenAgain(times)).where('idHash', '=', idHash).execute()
}

/** Ends one session, known by the hash of its id. */
export async function deleteSession(tx: Tx, idHash: Buffer): Promise<void> {
  await tx.deleteFrom('sessions').where('idHash', '=', idHash).execute()
}
