import type { Pool } from 'pg'

/** Makes it this moment for the product, which runs on from there. The database becomes a demonstration. */
export async function setClock(pool: Pick<Pool, 'query'>, iso: string): Promise<void> {
  await pool.query(
    `insert into demonstration (clock_offset) values ($1::timestamptz - clock_timestamp())
     on conflict (only_one) do update set clock_offset = excluded.clock_offset, seen_at = clock_timestamp()`,
    [iso],
  )
}
