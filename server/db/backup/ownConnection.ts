import type { ClientBase } from 'pg'
import { openPool } from '../connection'

/** Works on a connection of its own, straight to PostgreSQL, on which statements may take as long as they take. */
export async function onOwnConnection<T>(url: string, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const unhurried = { statement_timeout: 0, query_timeout: 0, idle_in_transaction_session_timeout: 0 }
  const pool = openPool(url, { poolSize: 1, onError: () => undefined }, unhurried)
  const client = await pool.connect()
  return work(client).finally(() => {
    client.release(true)
    return pool.end()
  })
}

/** All of it is kept, or, when it throws, none. */
export async function inOneTransaction<T>(client: ClientBase, how: string, work: () => Promise<T>): Promise<T> {
  await client.query(`begin ${how}`)
  const done = await work()
  await client.query('commit')
  return done
}
