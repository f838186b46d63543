import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Pool } from 'pg'
import { openPool, overPool } from '../../server/db/connection'
import { migrate } from '../../server/db/migrate'
import { findOrganisation } from '../../server/db/organisations'
import { inkOf } from '../../server/domain/returns/ink'
import type { Box, Value } from '../../server/domain/kinds'
import { valueCell } from '../../server/domain/survey/cells'
import { placesOf } from '../../server/domain/survey/places'
import { sheetOf } from '../../server/domain/survey/routing'
import { ensurePostgres } from '../../server/embedded/ensurePostgres'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { setClock } from '../support/clock'
import { make, password } from '../support/make'
import { tokenIn } from '../support/signIn'
import { programWith, type Program } from '../drill/program'
import { ask } from './load'

// tsx test/bench/exports.ts 10000: how much memory the files for analysts take of so many returns, and whether they hold
// as many answers as SQL counts.
const RETURNS = Number(process.argv[2] ?? 2000)

const say = (line: string) => process.stdout.write(`${line}\n`)

function anAnswer(box: Box): Value {
  if (box.kind === 'integer' || box.kind === 'decimal') return Math.max(3, box.min)
  if (box.kind === 'choice') return box.options[0]?.value ?? ''
  if (box.kind === 'choices') return [box.options[0]?.value ?? '']
  return box.kind === 'checkbox' ? true : 'Said in a few words'
}

/** A return that answers all that it is asked, as often as there are to be returns. */
async function fill(pool: Pool): Promise<number> {
  const db = overPool(pool)
  const made = make(db)
  const { id } = await made.organisation()
  const organisation = await findOrganisation(db, id)
  if (!organisation) throw new Error('There is no organisation')
  const cells = Object.fromEntries(
    mhsw2019.sections.flatMap((section) =>
      section.questions.flatMap((question) =>
        placesOf({ question, section }, [1, 2]).map(({ address, box }) => [address, valueCell(anAnswer(box))] as const),
      ),
    ),
  )
  const ink = inkOf(sheetOf(mhsw2019, { organisation }, { ...cells, has_mhsw: valueCell('yes') }))
  const collection = await made.collection()
  const signedBy = (await made.person({ organisationId: id, role: 'signatory' })).id
  await pool.query(
    `insert into organisations (name, type, code, nhs_region, adass_region)
     select 'Thornmere Trust ' || n, 'nhs_trust', 'T8' || n, 'midlands', 'west_midlands' from generate_series(1, $1) n`,
    [RETURNS - 1],
  )
  await pool.query(
    `insert into returns (collection_id, organisation_id, status, version, entries)
     select $1, id, 'submitted', 1, '{"sw_ext_partner": 2}' from organisations`,
    [collection.id],
  )
  const { rows } = await pool.query<{ id: string }>('select id from returns order by id')
  for (let from = 0; from < rows.length; from += 1000) {
    await pool.query(
      `insert into submissions (return_id, number, reference, definition, cells, explained, hash, version, nil, identified,
         signed_by, decided_at)
       select id, 1, 'MHSW-' || id, 'mhsw-2019', $2, '[]', '', 1, false, true, $3, app_now() from unnest($1::uuid[]) id`,
      [rows.slice(from, from + 1000).map((row) => row.id), JSON.stringify(ink.cells), signedBy],
    )
  }
  await pool.query('update returns set standing_submission_id = s.id from submissions s where s.return_id = returns.id')
  await pool.query('vacuum analyze')
  return Object.keys(ink.cells).length
}

async function signIn(port: number, email: string): Promise<string> {
  const agent = new Agent()
  const page = await ask(port, agent, { method: 'GET', path: '/sign-in' })
  const entered = await ask(port, agent, {
    method: 'POST',
    path: '/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: page.cookies.join('; ') },
    body: new URLSearchParams({ _csrf: tokenIn(page.text), email, password }).toString(),
  })
  return entered.cookies.join('; ')
}

interface Taken {
  readonly bytes: number
  /** Lines that hold a value or say that it is not collected. */
  readonly given: number
  readonly lines: number
}

/** Takes a file without keeping it. */
const take = (port: number, where: string, cookie: string): Promise<Taken> =>
  new Promise((resolve, reject) => {
    const onAnswer = (answer: IncomingMessage) => {
      const counted = { bytes: 0, given: 0, lines: 0 }
      let left = ''
      if (answer.statusCode !== 200) reject(new Error(`${where} was answered ${String(answer.statusCode)}`))
      answer.on('data', (part: Buffer) => {
        counted.bytes += part.length
        if (!where.endsWith('.csv')) return
        const whole = (left + part.toString('latin1')).split('\r\n')
        left = whole.pop() ?? ''
        counted.lines += whole.length
        for (const line of whole) if (/,(value|not_collected),(?!reason)/.test(line)) counted.given += 1
      })
      answer.on('end', () => {
        resolve(counted)
      })
    }
    get({ port, path: where, headers: { cookie } }, onAnswer).on('error', reject)
  })

async function measured(program: Program, work: Promise<Taken>) {
  let most = 0
  let working = true
  const from = performance.now()
  void work.finally(() => (working = false))
  while (working) {
    most = Math.max(most, program.memory())
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return { ...(await work), most, seconds: (performance.now() - from) / 1000 }
}

const MB = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`

async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'workforce-bench-'))
  const postgres = await ensurePostgres(folder)
  await migrate(postgres.url)
  const pool = openPool(
    postgres.url,
    { poolSize: 2, onError: () => undefined },
    { statement_timeout: 600_000, query_timeout: 600_000 },
  )
  await setClock(pool, '2020-01-27T09:05:00Z')
  const cells = await fill(pool)
  const analyst = await make(overPool(pool)).person({ staffRole: 'analyst' })
  execFileSync(process.execPath, ['build.cjs'])
  const program = await programWith(
    { DATABASE_URL: postgres.url, SESSION_SECRET: 'a secret for a bench, long enough to be one', ROLE: 'web' },
    { compiled: true },
  )
  await program.start()
  const port = Number(new URL(program.url).port)
  const cookie = await signIn(port, analyst.email)
  say(`${RETURNS} returns of ${cells} cells. The process before: ${MB(program.memory())}`)
  for (const name of (process.argv[3] ?? 'answers-long.csv,answers-wide.csv,return-book.xlsx').split(',')) {
    const found = await measured(program, take(port, `/network/collections/mhsw-2019/exports/${name}`, cookie))
    say(
      `${name}: ${MB(found.bytes)} in ${found.seconds.toFixed(0)} s, ${found.lines} lines, ${found.given} given, at most ${MB(found.most)}`,
    )
  }
  const { rows } = await pool.query<{ count: number }>(
    'select sum((select count(*) from jsonb_object_keys(cells)))::int as count from submissions',
  )
  say(`SQL counts ${String(rows[0]?.count)} cells.`)
  await program.stop()
  await pool.end()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

void bench()
