import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool, overPool } from '../../server/db/connection'
import { migrate } from '../../server/db/migrate'
import { ensurePostgres } from '../../server/embedded/ensurePostgres'
import { employers2022 } from './employers2022'
import { results2019 } from './results2019'
import { independentsIn, results2022 } from './results2022'
import type { Row } from './rows'
import { trusts2019 } from './trusts2019'
import { collect, type World } from './world'
import { written } from './written'

// npm run published-figures: invented employers that add up to the published control totals submit through the product,
// on a PostgreSQL of their own; what its pages then show is set beside what was printed in 2020 and 2023.
const say = (text: string) => process.stdout.write(`${text}\n`)

/** Gives some work a PostgreSQL of its own, and takes it away again. */
async function apart<T>(work: (world: World) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'published-'))
  const postgres = await ensurePostgres(folder)
  await migrate(postgres.url)
  const pool = openPool(postgres.url, { poolSize: 6, onError: () => undefined })
  const done = await work({ pool, db: overPool(pool) })
  await pool.end()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
  return done
}

async function compare(title: string, work: (world: World) => Promise<Row[]>): Promise<readonly Row[]> {
  say(`\n${title}\n`)
  const rows = await apart(work)
  say(written(rows))
  return rows
}

async function run(): Promise<void> {
  const first = await compare('Of 30 September 2019: 55 trusts', async (world) =>
    results2019(await collect(world, 'mhsw-2019', { answering: trusts2019() })),
  )
  const second = await compare(
    'Of 31 March 2022: 58 trusts, 63 of 152 councils, 4 independent providers',
    async (world) => {
      const released = await collect(world, 'mhsw-2022', employers2022())
      return results2022(released, await independentsIn(world.db, 'mhsw-2022'))
    },
  )
  const rows = [...first, ...second]
  const wrong = rows.filter(({ agrees }) => !agrees)
  say(`\n${rows.length - wrong.length} of ${rows.length} agree.`)
  if (wrong.length > 0) process.exitCode = 1
}

void run()
