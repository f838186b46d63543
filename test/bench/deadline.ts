import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '../../server/db/connection'
import { migrate } from '../../server/db/migrate'
import { placesIn } from '../../server/domain/survey/places'
import { sectionCoded } from '../../server/domain/survey/definition'
import { ensurePostgres } from '../../server/embedded/ensurePostgres'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { programWith, type Program } from '../drill/program'
import { password } from '../support/make'
import { tokenIn } from '../support/signIn'
import { declaration } from '../web/returns/declared'
import { makeDeadlineWorld, type AtWork, type DeadlineWorld } from './deadlineWorld'
import { ask, type Ask } from './load'
import { streams, within, type Stream, type Streamed } from './openLoop'
import { SECTION } from './world'

// tsx test/bench/deadline.ts 60: the last hour of a collection of 10,000 employers, so many seconds of each of its parts. A
// fifth of them finish in it, with half of their figures to enter. Nobody waits until somebody else has been answered.
const SECONDS = Number(process.argv[2] ?? 60)

const SECRET = 'a secret for a bench, long enough to be one'

/** How much is done in a second: autosaves, pages of a section, and returns that are checked and signed. */
interface Part {
  readonly name: string
  readonly saves: number
  readonly pages: number
  readonly signed: number
}

const parts: readonly Part[] = [
  { name: 'the hour', saves: 100, pages: 20, signed: 1 },
  { name: 'its last ten minutes', saves: 300, pages: 20, signed: 1 },
  { name: 'its last five minutes', saves: 300, pages: 20, signed: 10 },
]
/** 200 a minute. */
const SIGN_INS = 200 / 60

const say = (line: string) => process.stdout.write(`${line}\n`)
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const own = <T>(all: readonly T[], count: number): T => all[count % all.length] as T

const section = sectionCoded(mhsw2019, SECTION)
const figures = (section ? placesIn(section, {}) : []).filter(({ box }) => box.kind === 'integer')

function autosave({ returnId, cookie, token }: AtWork, count: number): Ask {
  const cells = { [own(figures, count).address]: String(count % 7) }
  return {
    method: 'PATCH',
    path: `/returns/${returnId}/sections/${SECTION}`,
    headers: { cookie, 'content-type': 'application/json', 'x-csrf-token': token },
    body: JSON.stringify({ version: 1_000_000, cells }),
  }
}

const page = ({ returnId, cookie }: AtWork, rest: string): Ask => ({
  method: 'GET',
  path: `/returns/${returnId}${rest}`,
  headers: { cookie },
})

function signature({ returnId, cookie, token }: AtWork): Ask {
  const typed = new URLSearchParams({ _csrf: token })
  for (const [name, sent] of Object.entries(declaration())) for (const each of [sent].flat()) typed.append(name, each)
  const body = typed.toString()
  return { method: 'POST', path: `/returns/${returnId}/submission`, headers: { ...form, cookie }, body }
}

const signIn = ({ cookie, token }: Door, email: string): Ask => ({
  method: 'POST',
  path: '/sign-in',
  headers: { ...form, cookie },
  body: new URLSearchParams({ _csrf: token, email, password }).toString(),
})

/** Each signs once: where the last part left off, the next goes on. */
let signatures = 0

/** A browser that has opened the page to sign in. */
interface Door {
  readonly cookie: string
  readonly token: string
}

function streamsOf(part: Part, world: DeadlineWorld, doors: readonly Door[]): Stream[] {
  const { writers, signers, emails } = world
  return [
    { name: 'autosave', perSecond: part.saves, expect: 200, next: (n) => autosave(own(writers, n), n) },
    {
      name: 'section page',
      perSecond: part.pages,
      expect: 200,
      next: (n) => page(own(writers, n * 7), `/sections/${SECTION}`),
    },
    { name: 'check page', perSecond: part.signed, expect: 200, next: (n) => page(own(writers, n * 11), '/check') },
    { name: 'signature', perSecond: part.signed, expect: 303, next: () => signature(own(signers, signatures++)) },
    {
      name: 'sign-in',
      perSecond: SIGN_INS,
      expect: 303,
      next: (n) => signIn(own(doors, n), own(emails, n)),
    },
  ]
}

/** Looks at the memory of the program once a second while something is done. */
async function mostMemory<T>(program: Program, work: Promise<T>): Promise<{ done: T; most: number }> {
  let most = program.memory()
  const looking = setInterval(() => (most = Math.max(most, program.memory())), 1000)
  const done = await work.finally(() => {
    clearInterval(looking)
  })
  return { done, most }
}

const line = (each: Streamed) =>
  [each.name, each.asked, ...[0.5, 0.95, 0.99].map((share) => within(each, share).toFixed(0)), each.failed].join(' | ')

async function doorsOf(port: number, many: number): Promise<Door[]> {
  const agent = new Agent({ keepAlive: true })
  const doors: Door[] = []
  for (let n = 0; n < many; n++) {
    const { text, cookies } = await ask(port, agent, { method: 'GET', path: '/sign-in' })
    doors.push({ token: tokenIn(text), cookie: cookies.join('; ') })
  }
  agent.destroy()
  return doors
}

async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'workforce-bench-'))
  const postgres = await ensurePostgres(folder)
  await migrate(postgres.url)
  const pool = openPool(
    postgres.url,
    { poolSize: 4, onError: () => undefined },
    { statement_timeout: 600_000, query_timeout: 600_000 },
  )
  const world = await makeDeadlineWorld(pool, SECRET)
  execFileSync(process.execPath, ['build.cjs'], { stdio: 'inherit' })
  const env = { DATABASE_URL: postgres.url, SESSION_SECRET: SECRET, PUBLIC_URL: 'http://127.0.0.1', TRUST_PROXY: '1' }
  const program = await programWith({ ...env, LOG_LEVEL: 'silent' }, { compiled: true })
  await program.start()
  const port = Number(new URL(program.url).port)
  say(`10,000 employers, ${SECONDS} s of each part. Milliseconds from when it was due: 50, 95, 99 in a hundred.`)
  for (const part of parts) {
    const doors = await doorsOf(port, Math.ceil(SIGN_INS * SECONDS))
    const cpu = program.cpu()
    const running = streams(port, SECONDS, streamsOf(part, world, doors))
    const { done, most } = await mostMemory(program, running)
    const used = (program.cpu() - cpu) / done.reduce((sum, { asked }) => sum + asked, 0)
    say(`\n${part.name}: ${used.toFixed(1)} ms of processor a request, at most ${(most / 2 ** 20).toFixed(0)} MB`)
    say('work | asked | p50 | p95 | p99 | failed')
    for (const each of done) say(line(each))
    for (const { name, fault } of done.filter((each) => each.fault !== '')) say(`${name}: ${fault}`)
  }
  await program.stop()
  await pool.end()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

void bench()
