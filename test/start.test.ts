import { type ChildProcess, spawn } from 'node:child_process'
import { connect, createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import { useDatabase } from './support/database'
import { newFolder } from './support/testServer'

const { url, pool } = useDatabase()

interface Started {
  readonly program: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | null>
}

const running: ChildProcess[] = []
afterEach(() => {
  for (const program of running.splice(0)) program.kill('SIGKILL')
})

/** The program as `npm start` runs it, in an environment of its own. */
function start(env: Readonly<Record<string, string>>): Started {
  const program = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { PATH: process.env.PATH, DATA_DIR: newFolder(), SESSION_SECRET: 'x'.repeat(40), HOST: '127.0.0.1', ...env },
  })
  running.push(program)
  let said = ''
  program.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  program.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => program.once('close', resolve))
  return { program, said: () => said, ended }
}

const portOf = (server: Server) => (server.address() as AddressInfo).port

const listening = (server: Server, port = 0) =>
  new Promise<number>((resolve) => server.listen(port, '127.0.0.1', () => resolve(portOf(server))))

const closed = (server: Server) => new Promise((resolve) => server.close(resolve))

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await closed(server)
  return port
}

const statusOf = (address: string) =>
  fetch(address).then(
    ({ status }) => status,
    () => 0,
  )

async function until(is: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (await is()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('It did not come about')
}

test('a taken port is said in one sentence', async () => {
  const other = createServer()
  const port = await listening(other)
  const { ended, said } = start({ PORT: String(port), DATABASE_URL: url })

  expect(await ended).toBe(1)
  expect(said()).toBe(
    `Port ${port} on 127.0.0.1 is taken by another program: stop that one, or choose another, such as PORT=${port + 1}.\n`,
  )
  await closed(other)
})

test('a wrong environment is said line by line', async () => {
  const { ended, said } = start({ PORT: 'three', ROLE: 'cook' })

  expect(await ended).toBe(1)
  expect(said()).toContain('PORT is "three": it must be')
  expect(said()).toContain('ROLE is "cook": it must be web, worker or all.')
  expect(said()).not.toContain('    at ')
})

test('it opens, answers, and ends in order when it is told to, twice', async () => {
  const port = await freePort()
  const { program, said, ended } = start({ PORT: String(port), DATABASE_URL: url })
  const here = `http://127.0.0.1:${port}`
  await until(async () => (await statusOf(`${here}/health/ready`)) === 200)
  expect(await statusOf(`${here}/sign-in`)).toBe(200)
  await until(() => Promise.resolve(said().includes(`Workforce Returns is open: http://localhost:${port}`)))

  const idle = connect(port, '127.0.0.1')
  // It may be ended as it likes.
  idle.on('error', () => undefined)
  program.kill('SIGTERM')
  program.kill('SIGTERM')
  expect(await ended).toBe(0)
  idle.destroy()
})

test('while the database is away it says that it is not ready, and becomes so by itself', async () => {
  const [port, databasePort] = [await freePort(), await freePort()]
  const there = new URL(url)
  const address = new URL(url)
  address.port = String(databasePort)
  const { program, ended } = start({ PORT: String(port), DATABASE_URL: address.href, ROLE: 'web' })
  const here = `http://127.0.0.1:${port}`
  await until(async () => (await statusOf(`${here}/health/live`)) === 200)
  expect(await statusOf(`${here}/health/ready`)).toBe(503)
  expect(await statusOf(`${here}/sign-in`)).toBe(503)

  const way = createServer((near) => {
    const far = connect(Number(there.port), there.hostname)
    near.pipe(far).pipe(near)
    for (const end of [near, far]) end.on('error', () => undefined)
  })
  await listening(way, databasePort)
  await until(async () => (await statusOf(`${here}/health/ready`)) === 200)
  expect(await statusOf(`${here}/sign-in`)).toBe(200)
  program.kill('SIGTERM')
  expect(await ended).toBe(0)
  await closed(way)
})

test('the clock of a demonstration goes on from where it stood when nothing ran', async () => {
  await pool.query(
    `insert into demonstration (clock_offset, seen_at)
     values ('2020-01-27T09:05:00Z'::timestamptz - clock_timestamp() + interval '1 hour', clock_timestamp() - interval '1 hour')`,
  )
  const port = await freePort()
  const { program, ended, said } = start({ PORT: String(port), DATABASE_URL: url, ROLE: 'web' })
  await until(() => Promise.resolve(said().includes('This is a demonstration')))

  expect(said()).toContain('It is 9:05am on Monday 27 January 2020 there.')
  program.kill('SIGTERM')
  expect(await ended).toBe(0)
})
