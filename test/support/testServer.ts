import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'

/** What the tests of one run, in their several processes, have in common. */
interface Common {
  /** The address of the server. */
  readonly server: string
  /** A migrated, empty database to copy. */
  readonly template: string
  /** Where to put files. It is deleted when the run ends, and servers whose files are in it are stopped. */
  readonly folder: string
}

const variable = 'WORKFORCE_TESTS'

export function announce(common: Common): void {
  process.env[variable] = JSON.stringify(common)
}

function common(): Common {
  const announced = process.env[variable]
  if (!announced) throw new Error('Run the tests with npm test, so that their database is started')
  return JSON.parse(announced) as Common
}

export const server = () => common().server
export const template = () => common().template

/** The demonstration in the middle of its collection, or with everybody's return submitted: of 2022 too, or of 2020 alone. */
export type Demonstration = (typeof demonstrations)[number]

export const demonstrations = ['under way', 'complete', 'complete in 2020'] as const

/** What a database to copy is called that has a demonstration in it. */
export const demonstrationIn = (migrated: string, which: Demonstration): string =>
  `${migrated}_${which.replaceAll(' ', '_')}`

/** A new folder for one test. */
export const newFolder = () => mkdtempSync(path.join(common().folder, 'test-'))

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
