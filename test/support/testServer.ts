import { Client } from 'pg'

/** The names under which the tests of one run, in their several processes, find their server and its template. */
const serverVariable = 'WORKFORCE_TEST_SERVER'
const templateVariable = 'WORKFORCE_TEST_TEMPLATE'

export function announce(server: string, template: string): void {
  process.env[serverVariable] = server
  process.env[templateVariable] = template
}

function announced(variable: string): string {
  const value = process.env[variable]
  if (!value) throw new Error(`${variable} is not set: run the tests with npm test, so that their database is started`)
  return value
}

export const server = () => announced(serverVariable)
export const template = () => announced(templateVariable)

/** The same server, another database. */
export function urlOf(database: string, on = server()): string {
  const url = new URL(on)
  url.pathname = `/${database}`
  return url.href
}

/** Runs statements outside any test's database: making and dropping those. */
export async function asAdministrator(statements: string[], on = server()): Promise<void> {
  const client = new Client({ connectionString: on })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
