import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { nameOfStatement } from './prepared'

/** The pool as Kysely uses it: statements that PostgreSQL is to keep are sent under their names. */
export function namingPool(pool: Pool): PostgresPool {
  const naming = new WeakMap<PoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect()
      const known = naming.get(client) ?? namingClient(client)
      naming.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

function namingClient(client: PoolClient): PostgresPoolClient {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('Nothing is read with a cursor here')
    const name = nameOfStatement(text)
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
  }
  return {
    query,
    release: () => {
      client.release()
    },
  }
}
