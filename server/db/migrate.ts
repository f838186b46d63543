import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Kysely, type Migration, type MigrationProvider, Migrator, PostgresDialect, sql } from 'kysely'
import { DatabaseError } from 'pg'
import { projectRoot } from '../projectRoot'
import { openPool } from './connection'

type AnyDatabase = Kysely<unknown>

const minutes = (count: number) => count * 60_000

/** PostgreSQL's code for "waited longer than lock_timeout". */
const lockNotAvailable = '55P03'
const triesForALock = 30

async function sqlFile(file: string): Promise<Migration> {
  const statements = await readFile(file, 'utf8')
  return {
    async up(db) {
      await sql.raw(statements).execute(db)
    },
  }
}

/** Migrations are plain SQL, each run once, in the order of their names. */
async function sqlFiles(folder: string, only: readonly string[]): Promise<Record<string, Migration>> {
  const migrations = only.map(async (name) => [name, await sqlFile(path.join(folder, `${name}.sql`))] as const)
  return Object.fromEntries(await Promise.all(migrations))
}

const ownFolder = () => path.join(projectRoot(), 'migrations')

/** The migrations of this release, by name, in their order. */
export const knownMigrations = async (folder = ownFolder()): Promise<string[]> =>
  (await readdir(folder))
    .filter((file) => file.endsWith('.sql'))
    .map((file) => path.parse(file).name)
    .sort()

/** Names of migrations this database has already had. */
async function alreadyRun(db: AnyDatabase): Promise<string[]> {
  const { rows: tables } = await sql<{
    name: string | null
  }>`select to_regclass('kysely_migration')::text as name`.execute(db)
  if (!tables[0]?.name) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return rows.map(({ name }) => name)
}

/**
 * While a newer release is being brought in, an older one may start beside its schema. What the newer one has already
 * run is nothing to do here, and no reason to refuse.
 */
const provider = (db: AnyDatabase, folder: string, only: readonly string[]): MigrationProvider => ({
  async getMigrations() {
    const done: Migration = { up: () => Promise.resolve() }
    const newer = (await alreadyRun(db)).map((name) => [name, done] as const)
    return { ...Object.fromEntries(newer), ...(await sqlFiles(folder, only)) }
  },
})

async function migrateWith(db: AnyDatabase, provided: MigrationProvider, triesLeft: number): Promise<string[]> {
  const { error, results } = await new Migrator({ db, provider: provided }).migrateToLatest()
  if (error instanceof DatabaseError && error.code === lockNotAvailable && triesLeft > 1) {
    return migrateWith(db, provided, triesLeft - 1)
  }
  if (error) throw error instanceof Error ? error : new Error('The migrations failed', { cause: error })
  return (results ?? []).map(({ migrationName }) => migrationName)
}

/**
 * Brings the database to this release's schema, and answers with the names of the migrations it ran. Several may start
 * at once: one works, the others wait for it. Each statement may take five minutes, but waits only two seconds for a lock
 * before it lets go and tries again, so that people who are saving never queue behind a migration.
 *
 * It connects by itself, straight to PostgreSQL: the lock it takes does not survive a transaction-pooling proxy. `only`
 * brings it to an older schema: the one a backup was made of.
 */
export async function migrate(
  url: string,
  { folder = ownFolder(), only }: { readonly folder?: string; readonly only?: readonly string[] } = {},
): Promise<string[]> {
  const names = only ?? (await knownMigrations(folder))
  const pool = openPool(
    url,
    { poolSize: 2, onError: () => undefined },
    {
      application_name: 'workforce-returns migrations',
      connectionTimeoutMillis: 5000,
      statement_timeout: minutes(5),
      query_timeout: 0,
      idle_in_transaction_session_timeout: 0,
      lock_timeout: 2000,
    },
  )
  const db: AnyDatabase = new Kysely({ dialect: new PostgresDialect({ pool }) })
  return migrateWith(db, provider(db, folder, names), triesForALock).finally(() => db.destroy())
}
