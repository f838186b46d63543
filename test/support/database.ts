import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import { openPool, overPool } from '../../server/db/connection'
import type { Database } from '../../server/db/schema'
import { asAdministrator, template, urlOf } from './testServer'

export interface TestDatabase {
  /** As the app is given it, but able to write as well: tests make the rows they need. */
  readonly db: Kysely<Database>
  /** For SQL as `psql` would say it: columns in snake_case. */
  readonly pool: Pool
  readonly url: string
}

/** A real, migrated, otherwise empty database for the tests of one file. It is dropped when they are done. */
export function useDatabase({ poolSize = 10 } = {}): TestDatabase {
  const name = `workforce_test_${randomBytes(6).toString('hex')}`
  const url = urlOf(name)
  const settings = { poolSize, onError: () => undefined }
  const pool = openPool(url, settings)
  const db = overPool(openPool(url, settings))
  beforeAll(() => asAdministrator([`create database ${name} template ${template()} strategy file_copy`]))
  afterAll(async () => {
    await db.destroy()
    await pool.end()
    await asAdministrator([`drop database if exists ${name} with (force)`])
  })
  return { db, pool, url }
}
