import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrate } from '../../server/db/migrate'
import { ensurePostgres } from '../../server/embedded/ensurePostgres'
import { announce, asAdministrator, demonstrationIn, demonstrations, urlOf } from './testServer'
import { afterAllTests } from './teardown'
import { watchOver } from './watchdog'

/** One folder for what the run leaves on the disk, emptied of servers and deleted however the run ends. */
function folderOfTheRun(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'workforce-returns-tests-'))
  // PostgreSQL does not run as root: its user has to pass through here.
  chmodSync(folder, 0o711)
  const watchdog = watchOver(folder)
  afterAllTests(() => {
    watchdog.dismiss()
    rmSync(folder, { recursive: true, force: true })
    return Promise.resolve()
  })
  return folder
}

async function startServer(folder: string): Promise<string> {
  const postgres = await ensurePostgres(path.join(folder, 'shared'), { fast: true })
  afterAllTests(() => postgres.stop())
  return postgres.url
}

/** Starts one server for the whole run, or takes the given one, and migrates a template every test file gets a copy of. */
export default async function globalSetup(): Promise<void> {
  const folder = folderOfTheRun()
  const server = process.env.TEST_DATABASE_URL ?? (await startServer(folder))
  const template = `workforce_template_${process.pid}`
  announce({ server, template, folder })
  await asAdministrator([`drop database if exists ${template}`, `create database ${template}`])
  const made = [template, ...demonstrations.map((each) => demonstrationIn(template, each))]
  afterAllTests(() => asAdministrator(made.map((each) => `drop database if exists ${each} with (force)`)))
  await migrate(urlOf(template))
}
