import { Client } from 'pg'

/** The database of the app inside the cluster. */
export const databaseName = 'workforce_returns'
export const userName = 'workforce'

/** Where one server is asked for one of its databases. */
export const urlOf = (port: number, password: string, database = databaseName) =>
  `postgres://${userName}:${password}@127.0.0.1:${port}/${database}`

async function open(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 3000,
    query_timeout: 10_000,
    application_name: 'workforce-returns presence',
  })
  // It breaks when the server is stopped, which is for those who use the server to notice.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Whether the server on this port is the one this password opens, and takes connections. */
export async function answers(port: number, password: string): Promise<boolean> {
  try {
    const client = await open(urlOf(port, password, 'postgres'))
    await client.end()
    return true
  } catch {
    return false
  }
}

/** Makes the app's database in a cluster that has none yet. */
export async function makeDatabase(port: number, password: string): Promise<void> {
  const client = await open(urlOf(port, password, 'postgres'))
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
  if (rowCount === 0) await client.query(`create database ${databaseName}`)
  await client.end()
}

/** One connection by which a process shows the others that it uses the server. */
export interface Presence {
  /** Whether anybody else is connected. A server that does not answer has nobody. */
  othersAreHere(): Promise<boolean>
  end(): Promise<void>
}

/** Connects, and stays connected until `end`. */
export async function showPresence(url: string): Promise<Presence> {
  const client = await open(url)
  return {
    async othersAreHere() {
      const others = `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`
      return client.query(others).then(
        ({ rowCount }) => (rowCount ?? 0) > 0,
        () => false,
      )
    },
    end: () => client.end().catch(() => undefined),
  }
}
