import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { ensurePostgres } from '../../server/embedded/ensurePostgres'
import { keptSecret } from '../../server/embedded/keptSecret'
import { newFolder } from '../support/testServer'

interface Using {
  readonly url: string
  readonly startedHere: boolean
  readonly process: ChildProcess
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 60_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<Record<string, unknown>>(statement)
    return rows[0] && Object.values(rows[0])[0]
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Another process that makes sure of the PostgreSQL of this folder and goes on using it. */
function anotherProcess(folder: string): Promise<Using> {
  const tsx = path.join(process.cwd(), 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const child = spawn(process.execPath, [tsx, 'test/support/postgresUser.ts', folder], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
  return new Promise((resolve, reject) => {
    let said = ''
    let complained = ''
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString()
      if (said.includes('\n')) resolve({ ...(JSON.parse(said) as Omit<Using, 'process'>), process: child })
    })
    child.stderr.on('data', (text: Buffer) => (complained += text.toString()))
    child.once('exit', () => {
      reject(new Error(`The other process ended: ${complained}`))
    })
  })
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

async function stopped({ process: child }: Using): Promise<void> {
  child.stdin?.write('stop\n')
  await ended(child)
}

/** As pulling the plug: tsx and the node under it at once, with no chance to tidy up. */
async function killed({ process: child }: Using): Promise<void> {
  if (child.pid) process.kill(-child.pid, 'SIGKILL')
  await ended(child)
}

const pidFile = (folder: string) => path.join(folder, 'postgresql', 'cluster', 'postmaster.pid')
const postmasterOf = (folder: string) => Number(readFileSync(pidFile(folder), 'utf8').split('\n')[0])

describe('the embedded PostgreSQL', () => {
  test('starts in an empty folder, is closed to others, and stops without a trace', async () => {
    const folder = newFolder()
    const postgres = await ensurePostgres(folder)

    expect(postgres.startedHere).toBe(true)
    expect(await ask(postgres.url, 'show listen_addresses')).toBe('127.0.0.1')
    expect(await ask(postgres.url, 'show unix_socket_directories')).toBe('')
    expect(await ask(postgres.url, 'show fsync')).toBe('on')
    expect(new URL(postgres.url).port).not.toBe('5432')
    expect(statSync(path.join(folder, 'postgresql', 'password')).mode & 0o777).toBe(0o600)
    const withoutPassword = new URL(postgres.url)
    withoutPassword.password = 'guessed'
    await expect(ask(withoutPassword.href, 'select 1')).rejects.toThrow('password authentication failed')

    await postgres.stop()
    await expect(ask(postgres.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
    expect(existsSync(pidFile(folder))).toBe(false)
  })

  test('keeps its data from one start to the next', async () => {
    const folder = newFolder()
    const first = await ensurePostgres(folder, { fast: true })
    await ask(first.url, `create table kept as select 'still here' as word`)
    await first.stop()

    const second = await ensurePostgres(folder, { fast: true })
    expect(await ask(second.url, 'select word from kept')).toBe('still here')
    await second.stop()
  })

  test('is found again after the process that started it was killed, and stopped by the last to leave', async () => {
    const folder = newFolder()
    const owner = await anotherProcess(folder)
    await ask(owner.url, 'create table kept as select 1 as one')
    await killed(owner)

    const next = await ensurePostgres(folder, { fast: true })
    expect(next).toMatchObject({ url: owner.url, startedHere: false })
    expect(await ask(next.url, 'select one from kept')).toBe(1)
    await next.stop()
    expect(existsSync(pidFile(folder))).toBe(false)
  })

  test('recovers when the server was killed with the process', async () => {
    const folder = newFolder()
    const owner = await anotherProcess(folder)
    await ask(owner.url, 'create table kept as select 1 as one')
    process.kill(postmasterOf(folder), 'SIGKILL')
    await killed(owner)

    const next = await ensurePostgres(folder, { fast: true })
    expect(next.startedHere).toBe(true)
    expect(await ask(next.url, 'select one from kept')).toBe(1)
    await next.stop()
  })

  test('is not misled when the number of a dead server now belongs to another process', async () => {
    const folder = newFolder()
    const first = await ensurePostgres(folder, { fast: true })
    const port = new URL(first.url).port
    await first.stop()
    writeFileSync(pidFile(folder), `${process.pid}\n${path.dirname(pidFile(folder))}\n1\n${port}\n`)

    const second = await ensurePostgres(folder, { fast: true })
    expect(second.startedHere).toBe(true)
    await second.stop()
  })

  test('is one server for two processes that start at once in an empty folder', async () => {
    const folder = newFolder()
    const [one, other] = await Promise.all([anotherProcess(folder), anotherProcess(folder)])
    expect(one.url).toBe(other.url)
    expect([one.startedHere, other.startedHere].sort()).toEqual([false, true])

    const [starter, guest] = one.startedHere ? [one, other] : [other, one]
    await stopped(starter)
    expect(await ask(guest.url, 'select 1')).toBe(1)
    await stopped(guest)
    await expect(ask(guest.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
  })

  test('starts although a killed process had left its lock, and its half-made files, behind', async () => {
    const folder = newFolder()
    const dead = spawn(process.execPath, ['-e', ''])
    await ended(dead)
    writeFileSync(path.join(folder, 'starting.lock'), String(dead.pid))
    mkdirSync(path.join(folder, 'postgresql', 'cluster.unfinished', 'base'), { recursive: true })
    const postgres = await ensurePostgres(folder, { fast: true })
    await postgres.stop()
    expect(existsSync(path.join(folder, 'starting.lock'))).toBe(false)
  })

  test('is never shared with a copy of its folder', async () => {
    const folder = newFolder()
    const copy = newFolder()
    const original = await ensurePostgres(folder, { fast: true })
    await original.stop()
    cpSync(folder, copy, { recursive: true })

    const here = await ensurePostgres(folder, { fast: true })
    copyFileSync(pidFile(folder), pidFile(copy))
    const there = await ensurePostgres(copy, { fast: true })
    expect(there.startedHere).toBe(true)
    expect(there.url).not.toBe(here.url)
    await here.stop()
    await there.stop()
  })
})

test('the secret of the cookies is made once, kept, and readable by nobody else', () => {
  const folder = newFolder()
  const secret = keptSecret(folder)
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  expect(keptSecret(folder)).toBe(secret)
  expect(statSync(path.join(folder, 'session-secret')).mode & 0o777).toBe(0o600)
  expect(keptSecret(newFolder())).not.toBe(secret)
})
