import { execFileSync, fork } from 'node:child_process'
import { Agent } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool, overPool } from '../../server/db/connection'
import { migrate } from '../../server/db/migrate'
import { ensurePostgres } from '../../server/embedded/ensurePostgres'
import { programWith } from '../drill/program'
import { make, password } from '../support/make'
import { tokenIn } from '../support/signIn'
import { benchChasing } from './chasing'
import { ask, measure, type Ask, type Measured } from './load'
import { processorTime } from './processorTime'
import { makeWorld, savedCells, SECTION, type Users } from './world'

// npm run bench: the product, compiled, beside the smallest honest program for the same work, in the same run. Only ratios
// count; on a machine that has other things to do, those of processor time a request.
const USERS = 16
const SECONDS = 4
const ROUNDS = 3

interface Serving {
  readonly port: number
  /** Processor time used so far, in milliseconds. */
  readonly cpu: () => number
  readonly stop: () => Promise<void>
}

const serveFloor = (...given: string[]): Promise<Serving> =>
  new Promise((resolve) => {
    const child = fork(path.join(__dirname, 'serveFloor.ts'), given, { execArgv: ['--import', 'tsx'] })
    const stop = () => {
      child.disconnect()
      return Promise.resolve()
    }
    child.once('message', (said) => {
      if (typeof said === 'object' && 'port' in said && typeof said.port === 'number')
        resolve({ port: said.port, cpu: () => processorTime(child.pid), stop })
    })
  })

/** The program as it is run, with sessions, CSRF and all; a proxy before it compresses. */
async function serveProgram(databaseUrl: string): Promise<Serving> {
  execFileSync(process.execPath, ['build.cjs'], { stdio: 'inherit' })
  const env = {
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: 'a secret for a bench, long enough to be one',
    PUBLIC_URL: 'http://127.0.0.1',
    LOG_LEVEL: 'silent',
    TRUST_PROXY: '1',
  }
  const program = await programWith(env, { compiled: true })
  await program.start()
  return { port: Number(new URL(program.url).port), cpu: () => program.cpu(), stop: () => program.stop() }
}

interface SignedIn {
  readonly cookie: string
  readonly token: string
}

async function signIn(port: number, email: string, home = '/returns'): Promise<SignedIn> {
  const agent = new Agent()
  const page = await ask(port, agent, { method: 'GET', path: '/sign-in' })
  const body = new URLSearchParams({ _csrf: tokenIn(page.text), email, password }).toString()
  const anonymous = page.cookies.join('; ')
  const entered = await ask(port, agent, {
    method: 'POST',
    path: '/sign-in',
    headers: { ...form, cookie: anonymous },
    body,
  })
  const cookie = entered.cookies.join('; ')
  const { text } = await ask(port, agent, { method: 'GET', path: home, headers: { cookie } })
  return { cookie, token: tokenIn(text) }
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }

let counter = 0
/** Every cell changes with every save. */
const changedCells = (addresses: readonly string[]): Record<string, string> => {
  counter = (counter % 9) + 1
  return Object.fromEntries(addresses.map((address) => [address, String(counter)]))
}

interface Work {
  readonly name: string
  readonly target: number
  readonly expect: number
  readonly floorExpect: number
  readonly ours: (user: number) => Ask
  readonly floor: (user: number) => Ask
}

function works({ returnIds }: Users, people: readonly SignedIn[]): Work[] {
  const url = (user: number) => `/returns/${returnIds[user]}/sections/${SECTION}`
  const as = (user: number) => ({ cookie: people[user]?.cookie ?? '' })
  const saving = (user: number, addresses: string[], base: string): Ask => ({
    method: 'POST',
    path: base,
    headers: { ...form, ...as(user) },
    body: new URLSearchParams({ ...changedCells(addresses), _csrf: people[user]?.token ?? '' }).toString(),
  })
  const floorSave = (user: number, addresses: string[]): Ask => ({
    method: 'POST',
    path: `/save/${returnIds[user]}`,
    headers: form,
    body: new URLSearchParams(changedCells(addresses)).toString(),
  })
  const [one = '', ...rest] = savedCells()
  return [
    {
      name: 'section page of 60 cells, signed in',
      target: 0.5,
      expect: 200,
      floorExpect: 200,
      ours: (user) => ({ method: 'GET', path: url(user), headers: as(user) }),
      floor: (user) => ({ method: 'GET', path: `/page/${returnIds[user]}` }),
    },
    {
      name: 'save of a section, 25 changed cells',
      target: 0.5,
      expect: 303,
      floorExpect: 303,
      ours: (user) => saving(user, [one, ...rest], url(user)),
      floor: (user) => floorSave(user, [one, ...rest]),
    },
    {
      name: 'autosave of one cell',
      target: 0.5,
      expect: 200,
      floorExpect: 303,
      ours: (user) => ({
        method: 'PATCH',
        path: url(user),
        headers: { ...as(user), 'content-type': 'application/json', 'x-csrf-token': people[user]?.token ?? '' },
        // As from a page that has seen every save so far, which a page that saves by itself has.
        body: JSON.stringify({ version: 1_000_000, cells: changedCells([one]) }),
      }),
      floor: (user) => floorSave(user, [one]),
    },
  ]
}

const middle = (figures: number[]): number => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0

type Load = Parameters<typeof measure>[1]

/** What is measured from outside, and how much processor time a request took, in milliseconds. */
async function measured({ port, cpu }: Serving, load: Load): Promise<Measured & { readonly cpu: number }> {
  const before = cpu()
  const found = await measure(port, load)
  return { ...found, cpu: (cpu() - before) / found.answered }
}

async function run(work: Work, ours: Serving, floor: Serving): Promise<string[]> {
  const rounds: Record<'ours' | 'floor', Awaited<ReturnType<typeof measured>>>[] = []
  const many = { users: USERS, seconds: SECONDS }
  // The first round is not counted: both have yet to be compiled by the machine they run in.
  for (let round = 0; round <= ROUNDS; round++) {
    rounds.push({
      floor: await measured(floor, { ...many, expect: work.floorExpect, next: work.floor }),
      ours: await measured(ours, { ...many, expect: work.expect, next: work.ours }),
    })
  }
  rounds.shift()
  const ratio = middle(rounds.map((each) => each.ours.perSecond / each.floor.perSecond))
  const figures = [
    middle(rounds.map((each) => each.ours.perSecond)).toFixed(0),
    middle(rounds.map((each) => each.ours.p95)).toFixed(1),
    middle(rounds.map((each) => each.ours.cpu)).toFixed(2),
    middle(rounds.map((each) => each.floor.perSecond)).toFixed(0),
    middle(rounds.map((each) => each.floor.p95)).toFixed(1),
    middle(rounds.map((each) => each.floor.cpu)).toFixed(2),
  ]
  const ofCpu = middle(rounds.map((each) => each.floor.cpu / each.ours.cpu))
  return [work.name, ...figures, ratio.toFixed(2), ofCpu.toFixed(2), work.target.toFixed(2)]
}

const say = (line: string) => process.stdout.write(`${line}\n`)

async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'workforce-bench-'))
  const postgres = await ensurePostgres(folder)
  await migrate(postgres.url)
  const pool = openPool(postgres.url, { poolSize: 4, onError: () => undefined })
  const users = await makeWorld(overPool(pool), pool, USERS)
  const ours = await serveProgram(postgres.url)
  const people = await Promise.all(users.emails.map((email) => signIn(ours.port, email)))
  const all = works(users, people)
  const [page] = all
  const drawn = page ? await ask(ours.port, new Agent(), page.ours(0)) : { text: '', status: 0 }
  const boxes = drawn.text.match(/<input[^>]*type="text"|<input class="govuk-input/g)?.length ?? 60
  const floor = await serveFloor(postgres.url, String(drawn.text.length), String(boxes))
  say(
    `${USERS} users, ${ROUNDS} rounds of ${SECONDS} s, the middle one. The page: ${drawn.text.length} bytes, ${boxes} boxes.\n`,
  )
  say(
    'work | req/s | p95 ms | CPU ms | floor req/s | floor p95 ms | floor CPU ms | ratio of req/s | ratio of CPU | target',
  )
  for (const work of all) say((await run(work, ours, floor)).join(' | '))
  const { email } = await make(overPool(pool)).person({ staffRole: 'network' })
  await benchChasing(pool, { port: ours.port, cookie: (await signIn(ours.port, email, '/account')).cookie }, say)
  await ours.stop()
  await floor.stop()
  await pool.end()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

void bench()
