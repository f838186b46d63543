import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Database } from '../../server/db/schema'
import {
  type Arrived,
  end,
  manyEmployers,
  sendToMany,
  startPostman,
  statesOf,
  swiftServer,
  type SwiftServer,
  type Treatment,
} from '../support/manyLetters'
import { pause } from './program'

/** How many letters are in hand of a worker at a time. */
const LANES = 4
/** A letter is judged, and then sent, within this: who submits meanwhile may get it. In milliseconds. */
const IN_HAND = 2000

interface LettersDrill {
  readonly pool: Pool
  readonly db: Kysely<Database>
  readonly url: string
  readonly many: number
  readonly say: (line: string) => void
  /** Asks the site for a page: how long that took, in milliseconds. */
  readonly askSite: () => Promise<number>
}

/** One mailbox in a hundred is gone, one is full, one answers slowly, and one line breaks: each only the first time. */
function moods(): (address: string) => Treatment {
  const met = new Set<string>()
  const odd: Readonly<Record<number, Treatment>> = { 7: 'put off', 11: 'refuse', 13: 'drop', 17: 'be slow' }
  return (address) => {
    if (met.has(address)) return 'take'
    met.add(address)
    return odd[Number(/@m(\d+)\./.exec(address)?.[1]) % 100] ?? 'take'
  }
}

/** Thousands of letters by two workers; one is killed, the mail server goes away and comes back, returns come in. */
export async function lettersThroughTrouble(drill: LettersDrill): Promise<string[]> {
  const { pool, db, many, say } = drill
  await manyEmployers(pool, db, many)
  const written = await sendToMany(db)
  say(`  ${written.letters} letters written in one piece in ${(written.took / 1000).toFixed(1)} s`)
  const server = await swiftServer(moods())
  const submitted = new Map<string, number>()
  const watched = watch(drill)
  const workers = [startPostman(drill.url, server.url), startPostman(drill.url, server.url)]
  await arrivals(server, many * 0.2)
  const [began, before] = [performance.now(), server.arrived.length]
  await arrivals(server, many * 0.4)
  const swiftness = (server.arrived.length - before) / ((performance.now() - began) / 1000)
  say(`  ${swiftness.toFixed(0)} letters a second by two workers`)
  await submitSome(pool, submitted, many)
  await Promise.all(workers.slice(0, 1).map((worker) => end(worker, 'SIGKILL')))
  workers.push(startPostman(drill.url, server.url))
  await arrivals(server, many * 0.6)
  await server.switchOff()
  await pause(5000)
  await server.switchOn()
  await allSettled(pool)
  for (const worker of workers) await end(worker, 'SIGKILL')
  await server.switchOff()
  const { longestOpen, slowest } = await watched.stop()
  say(
    `  the site answered within ${slowest.toFixed(0)} ms, no transaction lay open for more than ${longestOpen.toFixed(1)} s`,
  )
  return [...(await faultsIn(pool, server, submitted)), ...(longestOpen > 2 ? ['A transaction lay open'] : [])]
}

async function arrivals({ arrived }: SwiftServer, many: number): Promise<void> {
  const began = performance.now()
  while (arrived.length < many) {
    if (performance.now() - began > 300_000) throw new Error(`Only ${arrived.length} letters in five minutes`)
    await pause(20)
  }
}

async function submitSome(pool: Pool, submitted: Map<string, number>, many: number): Promise<void> {
  const addresses = Array.from({ length: 200 }, (_, at) => `preparer@m${many - at}.example`)
  await pool.query(
    `update returns set status = 'submitted' where organisation_id in (
       select organisation_id from memberships join people on people.id = person_id where email = any($1))`,
    [addresses],
  )
  for (const address of addresses) submitted.set(address, Date.now())
}

/** Waits for all, as long as real time asks for it: a killed worker's letters are free in a minute. */
async function allSettled(pool: Pool): Promise<void> {
  const began = performance.now()
  while (((await statesOf(pool)).waiting ?? 0) > 0) {
    if (performance.now() - began > 600_000) throw new Error('Letters still wait after ten minutes')
    await pause(500)
  }
}

/** Looks at open transactions and at the site for as long as it is wanted. */
function watch({ pool, askSite }: LettersDrill) {
  const seen = { longestOpen: 0, slowest: 0, over: false }
  const looking = (async () => {
    while (!seen.over) {
      const { rows } = await pool.query<{ open: number }>(
        `select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0)::float8 as open from pg_stat_activity
         where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`,
      )
      seen.longestOpen = Math.max(seen.longestOpen, rows[0]?.open ?? 0)
      seen.slowest = Math.max(seen.slowest, await askSite())
      await pause(100)
    }
  })()
  return {
    stop: async () => {
      seen.over = true
      await looking
      return seen
    },
  }
}

async function faultsIn(pool: Pool, { arrived }: SwiftServer, submitted: ReadonlyMap<string, number>) {
  const { rows } = await pool.query<{ address: string; state: string }>(
    `select to_address as address, state from post where to_address ~ '^preparer@m[0-9]+\\.example$'`,
  )
  const copies = new Map<string, Arrived[]>()
  for (const each of arrived) copies.set(each.address, [...(copies.get(each.address) ?? []), each])
  const again = [...copies.values()].filter((of) => of.length > 1)
  const droppedOrPutOff = again.filter((of) => of.some(({ taken }) => !taken)).length
  const twice = again.length - droppedOrPutOff
  return [
    ...rows
      .filter(({ state, address }) => state === 'sent' && !copies.has(address))
      .map(({ address }) => `Lost: ${address}`),
    ...rows
      .filter(({ state }) => !['sent', 'failed', 'not_needed'].includes(state))
      .map(({ state, address }) => `${address} is ${state}`),
    ...again
      .filter((of) => new Set(of.map(({ messageId }) => messageId)).size > 1)
      .map((of) => `Two Message-IDs: ${of[0]?.address ?? ''}`),
    ...(twice > 3 * LANES ? [`${twice} letters came twice without need`] : []),
    ...arrived
      .filter(({ address, at }) => at - (submitted.get(address) ?? Infinity) > IN_HAND)
      .map(({ address }) => `${address} got a letter after submitting`),
  ]
}
