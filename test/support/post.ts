import type { Pool } from 'pg'

export interface PostRow {
  readonly id: string
  readonly kind: string
  readonly cause: string
  readonly to_address: string
  readonly message_id: string
  readonly state: string
  readonly state_reason: string | null
  readonly tries: number
}

/** Every letter, as `psql` would show it, by whom it is to. */
export async function letters(sql: Pool): Promise<PostRow[]> {
  const { rows } = await sql.query<PostRow>('select * from post order by to_address, decided_at')
  return rows
}

/** Real time passes for the letters: whatever waits for its next try, or is held by a worker, no longer does. */
export async function letTimePass(sql: Pool): Promise<void> {
  await sql.query(`update post set next_try_at = clock_timestamp(), leased_until = null where state = 'waiting'`)
}

/** No letter, no time but the real one, and no return that anybody is still waited for. */
export async function startAfresh(sql: Pool): Promise<void> {
  await sql.query(`truncate demonstration; delete from post; update returns set status = 'no_longer_required'`)
}
