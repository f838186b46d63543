import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import { Pool, type PoolConfig, TypeOverrides } from 'pg'
import { namingPool } from './namingPool'
import type { Database } from './schema'

const seconds = (count: number) => count * 1000

/** PostgreSQL's numbers for the types that are read differently here. */
const date = 1082
const bigint = 20

/**
 * How values come back: a `date` as the text it is (as a Date it would become a midnight somewhere), a `bigint` as a
 * number while that is exact, `numeric` left as text.
 */
function valueTypes(): TypeOverrides {
  const types = new TypeOverrides()
  types.setTypeParser(date, (text: string) => text)
  types.setTypeParser(bigint, (text: string) => {
    const count = Number(text)
    if (!Number.isSafeInteger(count)) throw new Error(`${text} is too big to be a number here: select it as text`)
    return count
  })
  return types
}

export interface PoolSettings {
  readonly poolSize: number
  /** Told of a connection that broke while nobody was using it. The pool opens another when it is next asked. */
  readonly onError: (error: Error) => void
}

/**
 * A pool that answers or fails within seconds. Every wait has an end: for a free connection (2 s), for a statement on
 * the server (10 s), for a server that has gone silent (10.5 s, after the server's own limit has had its chance), and for
 * a transaction that has been left open (15 s).
 */
export function openPool(url: string, { poolSize, onError }: PoolSettings, more: PoolConfig = {}): Pool {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    types: valueTypes(),
    application_name: 'workforce-returns',
    connectionTimeoutMillis: seconds(2),
    statement_timeout: seconds(10),
    query_timeout: seconds(10.5),
    idle_in_transaction_session_timeout: seconds(15),
    keepAlive: true,
    ...more,
  })
  pool.on('error', onError)
  // The pool listens to connections that lie idle. One that breaks between two statements of a transaction must not end
  // the program: its next statement fails.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
  })
  return pool
}

/** The database as the app writes it: tables and columns in camelCase, the keys inside jsonb as they went in. */
export const overPool = (pool: Pool): Kysely<Database> =>
  new Kysely<Database>({
    dialect: new PostgresDialect({ pool: namingPool(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })

/** Connects to PostgreSQL at this address. Nothing is opened until it is first asked. */
export const connect = (url: string, settings: PoolSettings): Kysely<Database> => overPool(openPool(url, settings))
