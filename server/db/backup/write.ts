import type { ClientBase } from 'pg'
import type { Head } from './lines'
import { inOneTransaction, onOwnConnection } from './ownConnection'

/** So many rows are in memory at once. */
const AT_ONCE = 500

/** Who is signed in, who knocked at the door, forms and files half-way in: worth nothing once they are copied. */
const passing = [
  ...['sessions', 'throttles', 'password_requests', 'sent_forms', 'kept_forms', 'uploads'],
  ...['kysely_migration', 'kysely_migration_lock'],
]

/**
 * Hands over everything that is kept, some lines at a time, as it was at one moment: people may go on saving meanwhile.
 * How many rows there were.
 */
export const writeBackup = (url: string, take: (lines: string) => Promise<void>): Promise<number> =>
  onOwnConnection(url, (client) =>
    inOneTransaction(client, 'transaction isolation level repeatable read read only', async () => {
      await take(written([await headOf(client)]))
      let count = 0
      for (const table of await keptTables(client)) {
        await take(written([{ table }]))
        count += await takeRows(client, table, take)
      }
      await take(written([{ rows: count }]))
      return count
    }),
  )

const written = (lines: readonly unknown[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('')

async function headOf(client: ClientBase): Promise<Head> {
  const { rows } = await client.query<{ asAt: Date; madeAt: Date; migrations: string[] }>(
    `select app_now() as "asAt", clock_timestamp() as "madeAt", array_agg(name order by name) as migrations
     from kysely_migration`,
  )
  const [found] = rows
  if (!found) throw new Error('The database said nothing of itself')
  const { asAt, madeAt, migrations } = found
  return { backup: 'workforce-returns', asAt: asAt.toISOString(), madeAt: madeAt.toISOString(), migrations }
}

async function keptTables(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1) order by table_name`,
    [passing],
  )
  return rows.map(({ name }) => name)
}

async function takeRows(client: ClientBase, table: string, take: (lines: string) => Promise<void>): Promise<number> {
  const name = client.escapeIdentifier(table)
  await client.query(`declare kept no scroll cursor for select kept::text as line from ${name} as kept`)
  let count = 0
  for (let more = true; more;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${AT_ONCE} from kept`)
    await take(written(rows.map(({ line }) => line)))
    count += rows.length
    more = rows.length === AT_ONCE
  }
  await client.query('close kept')
  return count
}
