import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { openPool, overPool } from '../../server/db/connection'
import type { Database } from '../../server/db/schema'
import { continueClock, demonstrated } from './demonstrated'
import { asAdministrator, template, urlOf, type Demonstration } from './testServer'

export interface TestDatabase {
  /** As the app is given it, but able to write as well: tests make the rows they need. */
  readonly db: Kysely<Database>
  /** For SQL as `psql` would say it: columns in snake_case. */
  readonly pool: Pool
  readonly url: string
}

interface DatabaseWanted {
  readonly poolSize?: number
  /** What is in it. */
  readonly demonstration?: Demonstration
}

/** A real, migrated database for the tests of one file, empty unless they ask for the demonstration. It is dropped when they are done. */
export function useDatabase({ poolSize = 10, demonstration }: DatabaseWanted = {}): TestDatabase {
  const name = `workforce_test_${randomBytes(6).toString('hex')}`
  const url = urlOf(name)
  const settings = { poolSize, onError: () => undefined }
  const pool = openPool(url, settings)
  const db = overPool(openPool(url, settings))
  beforeAll(async () => {
    const copied = demonstration ? await demonstrated(demonstration) : template()
    await asAdministrator([`create database ${name} template ${copied} strategy file_copy`])
    if (demonstration) await pool.query(continueClock)
  }, 400_000)
  afterAll(async () => {
    await db.destroy()
    await pool.end()
    await asAdministrator([`drop database if exists ${name} with (force)`])
  })
  return { db, pool, url }
}
