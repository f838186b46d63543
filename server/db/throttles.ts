import { sql } from 'kysely'
import type { Tx } from './transaction'

/** A door, and how often it may be tried: by an account, by an address. */
export interface Throttle {
  readonly key: string
  readonly most: number
  readonly seconds: number
}

/** Counts a try, and says how many there have been and for how many seconds more they count. */
export async function countTry(tx: Tx, { key, seconds }: Throttle): Promise<{ tries: number; secondsLeft: number }> {
  const { rows } = await sql<{ tries: number; secondsLeft: number }>`
    insert into throttles (key, tries, ends_at)
    values (${key}, 1, clock_timestamp() + make_interval(secs => ${seconds}))
    on conflict (key) do update set
      tries = case when throttles.ends_at > clock_timestamp() then throttles.tries + 1 else 1 end,
      ends_at = case when throttles.ends_at > clock_timestamp() then throttles.ends_at else excluded.ends_at end
    returning tries, extract(epoch from ends_at - clock_timestamp())::float8 as seconds_left`.execute(tx)
  return rows[0] ?? { tries: 1, secondsLeft: seconds }
}

/** A try that turned out to be right does not count. */
export async function uncountTry(tx: Tx, keys: readonly string[]): Promise<void> {
  await sql`update throttles set tries = greatest(tries - 1, 0) where key = any(${keys}::text[])`.execute(tx)
}

/** Whoever had stood too long at these doors may try again at once. */
export async function deleteThrottles(tx: Tx, keys: readonly string[]): Promise<void> {
  await sql`delete from throttles where key = any(${keys}::text[])`.execute(tx)
}
