import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Pool } from 'pg'
import { openPool, overPool } from '../../server/db/connection'
import { migrate } from '../../server/db/migrate'
import { accountForPostgres } from '../../server/embedded/account'
import { binariesFor } from '../../server/embedded/binaries'
import { clusterHome } from '../../server/embedded/clusterHome'
import { ensurePostgres } from '../../server/embedded/ensurePostgres'
import { runCommand } from '../../server/embedded/runCommand'
import { launchBrowser } from '../support/browser'
import { doorTo, enter } from '../support/enter'
import { callerAt } from './caller'
import { faultsAmong, writeTogether } from './crowd'
import { lettersThroughTrouble } from './letters'
import { pause, programWith, type Program } from './program'
import { lossesIn, type SteadyWriters, startWriters } from './steadyWriters'
import { typeTogether } from './windows'
import { makeWorld, type World } from './world'

// npm run drill [-- SECONDS [WORD [LETTERS]]] (WORD: only what has it in its name): what goes wrong in earnest, done on purpose.
// The program runs compiled, in a process of its own, on an embedded database; those who write to it are outside. It is
// judged by what they were told and by SQL.
const seconds = Number(process.argv[2] ?? 20)
const word = process.argv[3] ?? ''

const KILLS = 8
const RESTARTS = 3
const LETTERS = Number(process.argv[4] ?? 10_000)
/** How soon saves must be acknowledged again, in milliseconds. */
const SOON = 10_000

interface Drill {
  readonly folder: string
  readonly url: string
  readonly pool: Pool
  readonly program: Program
}

const say = (line: string) => process.stdout.write(`${line}\n`)

async function begin(): Promise<Drill & { end: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'workforce-drill-'))
  const postgres = await ensurePostgres(folder)
  await migrate(postgres.url)
  const pool = openPool(postgres.url, { poolSize: 4, onError: () => undefined })
  const program = await programWith({ DATA_DIR: folder }, { compiled: true })
  return {
    folder,
    url: postgres.url,
    pool,
    program,
    end: async () => {
      await program.stop()
      await pool.end()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const callersFor = (world: World, { program }: Drill) =>
  Promise.all(world.emails.map((email) => callerAt(program.url, email)))

/** Waits until so many more saves have been acknowledged: how long that took. */
async function moreOf({ ledger }: SteadyWriters, many: number): Promise<number> {
  const [began, before] = [performance.now(), ledger.acknowledged.length]
  while (ledger.acknowledged.length < before + many) {
    if (performance.now() - began > 60_000) throw new Error('Nothing has been acknowledged for a minute')
    await pause(10)
  }
  return performance.now() - began
}

const inSeconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

/** Does something to the program or its database again and again while three people save; what was lost. */
async function whileSaving(drill: Drill, times: number, happens: (time: number) => Promise<void>): Promise<string[]> {
  const world = await makeWorld(overPool(drill.pool), drill.pool, 3)
  const writers = startWriters(world, await callersFor(world, drill))
  const waits: number[] = []
  for (let time = 0; time < times; time++) {
    await moreOf(writers, 40)
    const began = performance.now()
    await happens(time)
    await moreOf(writers, 1)
    waits.push(performance.now() - began)
  }
  await moreOf(writers, 40)
  await writers.stop()
  const { acknowledged, unanswered } = writers.ledger
  const longest = Math.max(...waits)
  say(
    `  ${acknowledged.length} saves acknowledged, ${unanswered} tries in vain, saving again after ${inSeconds(longest)} at most`,
  )
  const slow = longest > SOON ? [`It took ${inSeconds(longest)} until saves were acknowledged again`] : []
  return [...slow, ...(await lossesIn(drill.pool, world, writers.ledger))]
}

const killed = (drill: Drill) =>
  whileSaving(drill, KILLS, async () => {
    await drill.program.kill()
    await drill.program.start()
  })

/** Starts or stops the server of the database; where it runs already, at the same port. */
async function control({ folder }: Drill, verb: 'restart' | 'stop'): Promise<void> {
  const account = accountForPostgres()
  const home = clusterHome(folder, account)
  const args = [verb, '-D', home.cluster, '-m', 'fast', '-w', '-s', '-t', '60']
  const log = verb === 'restart' ? ['-l', home.logFile] : []
  const { code, output } = await runCommand(binariesFor(account).pgCtl, [...args, ...log], account, home.folder)
  if (code !== 0) throw new Error(`PostgreSQL did not ${verb}: ${output}`)
}

/** Stops and starts the database under the program, which must live through it. */
async function restartDatabase(drill: Drill): Promise<void> {
  await control(drill, 'restart')
  drill.program.mustBeAlive()
}

/** What is sent while the database is away comes back, to be sent again. */
async function awayWhileSent(drill: Drill): Promise<string[]> {
  const world = await makeWorld(overPool(drill.pool), drill.pool, 1)
  const [caller] = await callersFor(world, drill)
  await control(drill, 'stop')
  const began = performance.now()
  const said = await caller?.post(world.path, { 'demo_gender.other.wte': '3.25' })
  const took = performance.now() - began
  await control(drill, 'restart')
  say(`  answered with ${said?.status ?? 'nothing'} after ${inSeconds(took)}`)
  drill.program.mustBeAlive()
  return [
    ...(said?.status === 503 ? [] : ['It was not said that the service is not available']),
    ...(said?.text.includes('value="3.25"') ? [] : ['What was typed is not on the page']),
    ...(took > SOON ? [`That took ${inSeconds(took)}`] : []),
  ]
}

/** Kills one connection of the database: all of them break, and it recovers from its log. */
async function killBackend({ pool, program }: Drill): Promise<void> {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'workforce-returns' and pid <> pg_backend_pid()
     and backend_type = 'client backend' order by state_change desc limit 1`,
  )
  if (rows[0]) process.kill(rows[0].pid, 'SIGKILL')
  await pause(300)
  program.mustBeAlive()
}

/** Four people in the same boxes, for as long as was asked. */
async function crowd(drill: Drill): Promise<string[]> {
  const world = await makeWorld(overPool(drill.pool), drill.pool, 4)
  const callers = await callersFor(world, drill)
  const named = callers.map((caller, at) => ({ name: `Preparer ${at + 1}`, caller }))
  const until = performance.now() + seconds * 1000
  const saved = await writeTogether(world, named, () => performance.now() < until)
  const conflicts = saved.flatMap((each) => each.conflicts).length
  const kept = saved.flatMap((each) => Object.keys(each.kept)).length
  say(`  ${saved.length} saves, ${kept} figures acknowledged, ${conflicts} conflicts shown`)
  const none = conflicts === 0 ? ['Nobody ever met anybody: this proves nothing'] : []
  return [...none, ...(await faultsAmong(drill.pool, world, saved))]
}

/** The same four, each in a browser of their own, who type and choose as people do. */
async function windows(drill: Drill): Promise<string[]> {
  const world = await makeWorld(overPool(drill.pool), drill.pool, 4)
  const browser = await launchBrowser()
  const open = await Promise.all(
    world.emails.map(async (email, at) => {
      const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
      await enter(page, drill.program.url + doorTo(world.path), email)
      await page.locator('#questions').waitFor()
      return { name: `Preparer ${at + 1}`, page }
    }),
  )
  const { saved, asked, faults } = await typeTogether(world, open, seconds * 1000)
  await browser.close()
  const kept = saved.flatMap((each) => Object.keys(each.kept)).length
  say(`  ${saved.length} saves, ${kept} figures acknowledged, ${asked} conflicts shown and decided`)
  const none = asked === 0 ? ['Nobody ever met anybody: this proves nothing'] : []
  return [...none, ...faults, ...(await faultsAmong(drill.pool, world, saved))]
}

/** Letters are for two workers of their own: meanwhile the program only answers pages. The last of the experiments. */
async function letters({ folder, pool, url, program }: Drill): Promise<string[]> {
  await program.stop()
  const site = await programWith({ DATA_DIR: folder, ROLE: 'web' }, { compiled: true })
  await site.start()
  const askSite = async () => {
    const began = performance.now()
    await (await fetch(`${site.url}/sign-in`)).text()
    return performance.now() - began
  }
  const faults = await lettersThroughTrouble({ pool, db: overPool(pool), url, many: LETTERS, say, askSite })
  await site.stop()
  return faults
}

async function drill(): Promise<void> {
  const { end, ...house } = await begin()
  try {
    await house.program.start()
    await experiment(house)
  } finally {
    await end()
  }
}

async function experiment(house: Drill): Promise<void> {
  const experiments: readonly (readonly [string, () => Promise<string[]>])[] = [
    [`four people write to the same boxes for ${seconds} s`, () => crowd(house)],
    [`four people type in the same boxes in four windows for ${seconds} s`, () => windows(house)],
    [`the program is killed ${KILLS} times while people save`, () => killed(house)],
    [
      `the database is restarted ${RESTARTS} times while people save`,
      () => whileSaving(house, RESTARTS, () => restartDatabase(house)),
    ],
    ['a form is sent while the database is away', () => awayWhileSent(house)],
    ['a connection of the database is killed while people save', () => whileSaving(house, 1, () => killBackend(house))],
    [`${LETTERS} letters go out through all sorts of trouble`, () => letters(house)],
  ]
  for (const [name, run] of experiments.filter(([name]) => name.includes(word))) {
    say(name)
    const faults = await run()
    for (const fault of faults.slice(0, 20)) say(`  FAULT: ${fault}`)
    say(faults.length === 0 ? '  nothing lost' : `  ${faults.length} faults`)
    if (faults.length > 0) process.exitCode = 1
  }
}

void drill()
