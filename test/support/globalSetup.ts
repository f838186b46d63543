import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrate } from '../../server/db/migrate'
import { ensurePostgres } from '../../server/embedded/ensurePostgres'
import { announce, asAdministrator, urlOf } from './testServer'
import { afterAllTests } from './teardown'
import { watchOver } from './watchdog'

async function startServer(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'workforce-returns-tests-'))
  const postgres = await ensurePostgres(folder, { fast: true })
  const watchdog = watchOver(folder)
  afterAllTests(async () => {
    await postgres.stop()
    watchdog.dismiss()
    rmSync(folder, { recursive: true, force: true })
  })
  return postgres.url
}

/** Starts one server for the whole run, or takes the given one, and migrates a template every test file gets a copy of. */
export default async function globalSetup(): Promise<void> {
  const server = process.env.TEST_DATABASE_URL ?? (await startServer())
  const template = `workforce_template_${process.pid}`
  announce(server, template)
  await asAdministrator([`drop database if exists ${template}`, `create database ${template}`])
  afterAllTests(() => asAdministrator([`drop database if exists ${template} with (force)`]))
  await migrate(urlOf(template))
}
