import { sql } from 'kysely'
import type { Tx } from './transaction'

const now = sql<Date>`clock_timestamp()`

/** Forgets the sessions that have ended, by real time; how many there were. */
export async function deleteExpiredSessions(tx: Tx): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('sessions').where('expiresAt', '<', now).executeTakeFirst()
  return Number(numDeletedRows)
}
