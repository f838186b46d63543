import type { Job } from '../../server/jobs/job'
import { startJobs, type RunningJobs } from '../../server/jobs/runner'
import { openLog } from '../../server/log'
import { openMailer } from '../../server/mail/mailer'
import { secretLinks } from '../../server/secretLinks'
import { setClock } from '../support/clock'
import { useDatabase } from '../support/database'
import { make } from '../support/make'
import { letters, startAfresh } from '../support/post'
import { useMailServers } from '../support/smtp'

const { db, pool } = useDatabase()
const startMailServer = useMailServers()
const running: RunningJobs[] = []
const lines: string[] = []
const log = openLog('info', { write: (line) => lines.push(line) })

function start({ jobs, smtpUrl }: { readonly jobs?: readonly Job[]; readonly smtpUrl?: string }): RunningJobs {
  const mailer = openMailer({ smtpUrl, mailFrom: 'returns@benchmarking.example', mailPerMinute: undefined })
  const links = secretLinks('a secret for tests that is long enough to be one')
  const services = { db, links, log, mailer, publicUrl: 'https://returns.benchmarking.example' }
  const started = startJobs(services, jobs ? { log, jobs } : { log })
  const stopped = { stop: () => started.stop().then(() => mailer.close()) }
  running.push(stopped)
  return stopped
}

/** Waits until this is so, and fails when it has not become so in time. */
async function until(isSo: () => boolean | Promise<boolean>, milliseconds = 90_000): Promise<void> {
  const end = performance.now() + milliseconds
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`It has not become so in ${milliseconds} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

beforeEach(() => startAfresh(pool))
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop()
  lines.length = 0
})

describe('the jobs', () => {
  it('are done over and over', async () => {
    let turns = 0
    start({ jobs: [{ does: 'count', every: 10, run: () => Promise.resolve(`${++turns} counted`) }] })
    await until(() => turns >= 3)
    expect(lines[0]).toContain('"job":"count","did":"1 counted"')
  })

  it('do not stop one another when one of them fails', async () => {
    let turns = 0
    start({
      jobs: [
        { does: 'fail', every: 10, run: () => Promise.reject(new Error('It broke')) },
        { does: 'count', every: 10, run: () => Promise.resolve(((turns += 1), undefined)) },
      ],
    })
    await until(() => turns >= 3)
    const failures = lines.filter((line) => line.includes('"job":"fail"'))
    expect(failures.length).toBeGreaterThan(1)
    expect(failures[0]).toContain('It broke')
  })

  it('begin nothing more once they are told to stop, and wait for what has begun', async () => {
    let begun = 0
    let ended = 0
    const jobs = start({
      jobs: [
        {
          does: 'take a while',
          every: 1,
          run: async () => {
            begun += 1
            await new Promise((resolve) => setTimeout(resolve, 200))
            ended += 1
            return undefined
          },
        },
      ],
    })
    await until(() => begun > 0)
    await jobs.stop()
    expect(ended).toBe(begun)
    const before = begun
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(begun).toBe(before)
  })

  it('are all done at once when the clock is moved', async () => {
    let turns = 0
    await setClock(pool, '2020-01-27T09:05:00Z')
    start({ jobs: [{ does: 'count', every: 3_600_000, run: () => Promise.resolve(((turns += 1), undefined)) }] })
    await until(() => turns === 1)
    await new Promise((resolve) => setTimeout(resolve, 1200))
    expect(turns).toBe(1)
    await setClock(pool, '2020-02-03T09:00:00Z')
    await until(() => turns === 2)
  })
})

describe('what happens because time passed', () => {
  it('brings each due reminder exactly once, with two workers, as soon as the clock is moved', async () => {
    const server = await startMailServer()
    await setClock(pool, '2020-01-27T08:00:00Z')
    await make(db).employer({ status: 'submitted' })
    const asked: string[] = []
    for (let count = 0; count < 8; count += 1) asked.push((await make(db).employer()).preparer.email)
    start({ smtpUrl: server.url })
    start({ smtpUrl: server.url })
    await until(async () => (await letters(pool)).length === 8)
    await until(() => server.received.length === 8)
    await setClock(pool, '2020-01-27T09:00:00Z')
    await until(() => server.received.length === 16)
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect(server.received.flatMap(({ to }) => to).sort()).toEqual([...asked, ...asked].sort())
    expect(new Set(server.received.map(({ email }) => email.messageId)).size).toBe(16)
  })

  it('forgets sessions that have ended, and no others', async () => {
    const insert = (hash: string, ends: string) =>
      pool.query(
        `insert into sessions (id_hash, data, expires_at) values ($1, '{}', clock_timestamp() + $2::interval)`,
        [Buffer.from(hash), ends],
      )
    await insert('ended', '-1 minute')
    await insert('goes on', '1 minute')
    start({})
    await until(async () => (await pool.query('select from sessions')).rowCount === 1)
  })
})
