import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import type { Pool } from 'pg'
import { makeRelease } from '../../server/actions/makeRelease'
import { connect, openPool, overPool } from '../../server/db/connection'
import { migrate } from '../../server/db/migrate'
import { loadDemonstration } from '../../server/demonstration/loadDemonstration'
import { ensurePostgres } from '../../server/embedded/ensurePostgres'
import { make } from '../support/make'

// tsx test/bench/releases.ts 10000: how long a release of so many returns takes, how much memory, and how long pages wait.
const RETURNS = Number(process.argv[2] ?? 2000)

const say = (line: string) => process.stdout.write(`${line}\n`)

const settings = { poolSize: 4, onError: () => undefined }

/** The demonstration, of which every employer submits, as often as there are to be returns. */
async function fill(pool: Pool): Promise<void> {
  await loadDemonstration(overPool(pool), { passwordHash: 'a hash', complete: true, until: '2020' })
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int from returns join collections on collections.id = collection_id where code = 'mhsw-2019'`,
  )
  const times = Math.ceil(RETURNS / (rows[0]?.count ?? 1))
  const statements = [
    `create temporary table copies as
     select organisations.*, n, gen_random_uuid() as new_id, gen_random_uuid() as new_return, gen_random_uuid() as new_submission,
       returns.id as return_id, returns.status, returns.collection_id, standing_submission_id
     from organisations join returns on returns.organisation_id = organisations.id
     join collections on collections.id = collection_id and collections.code = 'mhsw-2019', generate_series(2, ${times}) n
     where standing_submission_id is not null`,
    `insert into organisations (id, name, type, code, nhs_region, adass_region, pop_registered, pop_resident, pop_adults)
     select new_id, name || ' ' || n, type, code || '-' || n, nhs_region, adass_region,
       pop_registered + n * 997, pop_resident + n * 997, pop_adults + n * 499 from copies`,
    `insert into returns (id, collection_id, organisation_id, status, version)
     select new_return, collection_id, new_id, status, 1 from copies`,
    `insert into submissions (id, return_id, number, reference, definition, cells, explained, hash, version, nil, identified,
       signed_by, decided_at)
     select new_submission, new_return, 1, reference || '-' || n, definition, cells, explained, hash, 1, nil, identified,
       signed_by, decided_at from copies join submissions on submissions.id = copies.standing_submission_id`,
    `update returns set standing_submission_id = new_submission from copies where returns.id = new_return`,
  ]
  const client = await pool.connect()
  for (const statement of statements) await client.query(statement)
  await client.query('vacuum analyze')
  client.release()
}

/** In a process of its own, so that its memory is that of the release alone. */
async function measure(url: string, personId: string): Promise<void> {
  const db = connect(url, settings)
  const atFirst = process.memoryUsage().rss
  const delays = monitorEventLoopDelay({ resolution: 5 })
  delays.enable()
  const cpu = process.cpuUsage()
  const began = performance.now()
  const outcome = await makeRelease({ db }, { code: 'mhsw-2019', personId, hold: false })
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(cpu)
  delays.disable()
  const { count } = await db
    .selectFrom('figures')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const mebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`
  say(
    `${JSON.stringify(outcome)}: ${count} figures in ${seconds.toFixed(1)} s, of which ${((user + system) / 1e6).toFixed(1)} s reckoning`,
  )
  say(`memory at first ${mebibytes(atFirst)}, at most ${mebibytes(process.resourceUsage().maxRSS * 1024)}`)
  say(
    `a page waits at most ${Math.round(delays.max / 1e6)} ms, 99 of 100 at most ${Math.round(delays.percentile(99) / 1e6)} ms`,
  )
  await db.destroy()
}

async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'workforce-bench-'))
  const postgres = await ensurePostgres(folder)
  await migrate(postgres.url)
  const patient = { statement_timeout: 600_000, query_timeout: 600_000 }
  const pool = openPool(postgres.url, { ...settings, poolSize: 2 }, patient)
  await fill(pool)
  const { id } = await make(overPool(pool)).person({ staffRole: 'analyst' })
  await pool.end()
  await new Promise((resolve) => {
    const child = fork(__filename, ['measure', postgres.url, id], { execArgv: ['--require', 'tsx/cjs'] })
    child.once('exit', resolve)
  })
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

const [, , verb, url = '', personId = ''] = process.argv
void (verb === 'measure' ? measure(url, personId) : bench())
