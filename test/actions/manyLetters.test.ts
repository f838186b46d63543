import { useDatabase } from '../support/database'
import { storyOf } from '../support/story'
import {
  end,
  manyEmployers,
  sendToMany,
  startPostman,
  statesOf,
  swiftServer,
  type SwiftServer,
  type Treatment,
} from '../support/manyLetters'

jest.setTimeout(400_000)

let server: SwiftServer
const workers: ReturnType<typeof startPostman>[] = []

// Before the database goes, which they use.
afterAll(async () => {
  for (const worker of workers) await end(worker, 'SIGKILL')
  await server.switchOff()
})

const { db, pool, url } = useDatabase()
const tell = storyOf()

/** The drill (`npm run drill`) does the same with ten thousand. */
const MANY = 500
/** How many letters a worker has in hand at a time. */
const LANES = 4

/** Some mailboxes are full, some are gone, some lines break after the letter has been read. Each only the first time. */
const odd: Readonly<Record<string, Treatment>> = { 7: 'put off', 11: 'refuse', 13: 'drop', 17: 'be slow' }
const met = new Set<string>()
function treat(address: string): Treatment {
  const n = /@m(\d+)\./.exec(address)?.[1] ?? ''
  if (met.has(n)) return 'take'
  met.add(n)
  return odd[n] ?? 'take'
}

const until = async (isSo: () => boolean | Promise<boolean>, patience = 300_000) => {
  const end = performance.now() + patience
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`It has not become so: ${JSON.stringify(await statesOf(pool))}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

let longestOpen = 0

beforeAll(async () => {
  await manyEmployers(pool, db, MANY)
  server = await swiftServer(treat)
})

/** Looks again and again how long a transaction of the workers lies idle, while something happens: at the worst. */
async function longestOpenWhile(happens: () => Promise<void>): Promise<number> {
  const looking = { longest: 0, over: false }
  const looks = (async () => {
    while (!looking.over) {
      const { rows } = await pool.query<{ open: number }>(
        `select coalesce(max(extract(epoch from clock_timestamp() - state_change)), 0)::float8 as open from pg_stat_activity
         where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`,
      )
      looking.longest = Math.max(looking.longest, rows[0]?.open ?? 0)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  })()
  await happens().finally(() => {
    looking.over = true
  })
  await looks
  return looking.longest
}

const taken = () => server.arrived.filter((each) => each.taken)
/** Who has submitted before any letter went. */
const early = 'preparer@m101.example'
/** Who submit while letters go, all at one moment: which letters had arrived by then. */
const others = Array.from({ length: 40 }, (_, at) => `preparer@m${400 + at}.example`)
let arrivedBefore = 0

async function submit(addresses: readonly string[]): Promise<void> {
  await pool.query(
    `update returns set status = 'submitted' where organisation_id in (
       select organisation_id from memberships join people on people.id = person_id where email = any($1))`,
    [addresses],
  )
}

tell('five hundred letters are written in one piece', async () => {
  expect((await sendToMany(db)).letters).toBe(MANY)
  expect(await statesOf(pool)).toEqual({ waiting: MANY })
})

async function sendThroughTrouble(): Promise<void> {
  const [first, second] = [startPostman(url, server.url), startPostman(url, server.url)]
  workers.push(first, second)
  await until(() => server.arrived.length > 100)
  await submit(others)
  arrivedBefore = server.arrived.length
  await end(first, 'SIGKILL')
  const { rows } = await pool.query<{ at: Date }>(`select clock_timestamp() + interval '1 minute' as at`)
  workers.push(startPostman(url, server.url))
  await until(() => server.arrived.length > 200)
  await server.switchOff()
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect((await statesOf(pool)).waiting).toBeGreaterThan(0)
  await server.switchOn()
  await until(async () => {
    // Nobody waits for a minute of real time here, neither to try again nor for what the killed one had in hand.
    await pool.query(
      `update post set next_try_at = least(next_try_at, clock_timestamp()),
         leased_until = case when leased_until <= $1 then null else leased_until end
       where state = 'waiting'`,
      [rows[0]?.at],
    )
    return ((await statesOf(pool)).waiting ?? 0) === 0
  }, 300_000)
}

tell('two workers send them; meanwhile one is killed, and the mail server goes away and comes back', async () => {
  await submit([early])
  longestOpen = await longestOpenWhile(sendThroughTrouble)
})

tell('each has arrived, but for those that were refused or no longer needed', async () => {
  const states = await statesOf(pool)
  expect(states.failed).toBe(1)
  expect((states.sent ?? 0) + (states.not_needed ?? 0) + 1).toBe(MANY)
  expect(new Set(taken().map(({ address }) => address)).size).toBeGreaterThanOrEqual(states.sent ?? 0)
  const { rows } = await pool.query<{ to_address: string }>(`select to_address from post where state = 'sent'`)
  const arrived = new Set(server.arrived.map(({ address }) => address))
  expect(rows.filter(({ to_address }) => !arrived.has(to_address))).toEqual([])
})

tell('a second copy came only of what was on its way when something broke, with the same Message-ID', () => {
  const copies = new Map<string, string[]>()
  for (const { address, messageId } of server.arrived) {
    copies.set(address, [...(copies.get(address) ?? []), messageId])
  }
  const twice = [...copies.values()].filter((ids) => ids.length > 1)
  for (const ids of twice) expect(new Set(ids).size).toBe(1)
  // Killed once, switched off once, with the letters of two workers in hand; one put off, one dropped.
  expect(twice.length).toBeLessThanOrEqual(LANES + 2 * LANES + 2)
  return Promise.resolve()
})

tell('nobody got one who had submitted before it was sent, unless a worker had it in hand at that moment', () => {
  const late = server.arrived.slice(arrivedBefore).filter(({ address }) => others.includes(address))
  expect(late.length).toBeLessThanOrEqual(2 * LANES)
  expect(server.arrived.map(({ address }) => address)).not.toContain(early)
  return Promise.resolve()
})

tell('no transaction was open while a letter was being sent, not even to the slow one', () => {
  expect(longestOpen).toBeLessThan(2)
  return Promise.resolve()
})
