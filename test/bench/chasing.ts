import type { Pool } from 'pg'
import { makeBigWorld } from './bigWorld'
import { measure } from './load'

/** So many organisations are asked. */
const MANY = 10_000
/** The network chases with two people. */
const USERS = 2
const SECONDS = 4
/** Milliseconds within which a page is answered on the server. */
const TARGET = 150

const COLLECTION = '/network/collections/mhsw-2019'

const pages: Readonly<Record<string, string>> = {
  'collection page': '',
  'worklist, whom to ring first': '?view=ring',
  'worklist, councils to ring first': '?view=ring&type=local_authority',
  'worklist, not opened': '?view=not_opened',
  'worklist, by progress': '?sort=-progress',
  'worklist, by last contact': '?sort=contacted',
  'worklist, the last page': '?page=200',
  'worklist, a search': '?q=777',
}

/** Pages for the network with many organisations: what one of them takes, two people asking without a pause. */
export async function benchChasing(
  pool: Pool,
  { port, cookie }: { readonly port: number; readonly cookie: string },
  say: (line: string) => void,
): Promise<void> {
  await makeBigWorld(pool, MANY)
  // Otherwise PostgreSQL tidies up behind the loading while the pages are measured.
  await pool.query('vacuum analyze')
  say(`\n${MANY} organisations, ${USERS} people, ${SECONDS} s.\n`)
  say(['page', 'req/s', 'middle ms', 'p95 ms', 'target ms'].join(' | '))
  for (const [name, query] of Object.entries(pages)) {
    const path = `${COLLECTION}${query}`
    const next = () => ({ method: 'GET' as const, path, headers: { cookie } })
    const alone = await measure(port, { users: 1, seconds: SECONDS, expect: 200, next })
    const together = await measure(port, { users: USERS, seconds: SECONDS, expect: 200, next })
    const middle = (1000 / alone.perSecond).toFixed(0)
    say([name, together.perSecond.toFixed(0), middle, alone.p95.toFixed(0), TARGET].join(' | '))
  }
}
