import { randomUUID } from 'node:crypto'
import { saveSection } from '../../server/actions/saveSection'
import { arrivedNow } from '../../server/clock'
import { useDatabase } from '../support/database'

const { db, pool } = useDatabase({ poolSize: 24 })

const WRITERS = 16

interface World {
  readonly personId: string
  readonly returnIds: readonly string[]
}

/** A collection that closes in so many milliseconds, with returns of one employer, each in a collection of its own. */
async function closingIn(milliseconds: number, returns: number, closes = '2020-02-11T00:00:00Z'): Promise<World> {
  const [personId, organisationId] = [randomUUID(), randomUUID()]
  const code = `T${randomUUID().slice(0, 2).toUpperCase()}`
  await pool.query(
    `insert into organisations (id, name, type, code, nhs_region, adass_region, pop_registered)
     values ($1, 'Thornmere Partnership NHS Trust', 'nhs_trust', $2, 'Y60', 'E12000004', 900000)`,
    [organisationId, code],
  )
  await pool.query(`insert into people (id, email, name) values ($1, $2, 'A. Preparer')`, [
    personId,
    `${personId}@thornmere.example`,
  ])
  await pool.query(`insert into memberships values ($1, $2, 'preparer')`, [personId, organisationId])
  const { rows } = await pool.query<{ id: string }>(
    `with collection as (
       insert into collections (code, title, opens_at, cutoff_at) values ('mhsw-2019', 'Survey', $2::timestamptz - interval '30 days', $2)
       on conflict (code) do update set cutoff_at = excluded.cutoff_at, opens_at = excluded.opens_at returning id
     ), more as (
       insert into organisations (name, type, code, nhs_region, adass_region)
       select 'Ward ' || n || ' Trust', 'nhs_trust', $3 || n, 'Y60', 'E12000004' from generate_series(1, $1) as n returning id
     ), member as (insert into memberships select $4, id, 'preparer' from more)
     insert into returns (collection_id, organisation_id) select collection.id, more.id from collection, more returning id`,
    [returns, closes, code, personId],
  )
  await pool.query('delete from demonstration')
  await pool.query(
    `insert into demonstration (clock_offset) values ($1::timestamptz - clock_timestamp() - make_interval(secs => $2))`,
    [closes, milliseconds / 1000],
  )
  return { personId, returnIds: rows.map(({ id }) => id) }
}

type Writer = (world: World, returnId: string, text: string) => Promise<boolean>

const ours: Writer = async ({ personId }, returnId, text) => {
  const outcome = await saveSection(
    { db },
    {
      scope: { employer: personId },
      returnId,
      sectionCode: 'a',
      typed: { contact_name: text },
      drawnAt: null,
      via: 'typed',
      arrival: arrivedNow(),
    },
  )
  return outcome.kind === 'saved'
}

/** What was seen to fail: look first, then write, and date the writing. */
const naive: Writer = async (_world, returnId, text) => {
  const { rows } = await pool.query<{ open: boolean }>(
    `select app_now() < cutoff_at as open from returns join collections on collections.id = collection_id where returns.id = $1`,
    [returnId],
  )
  if (rows[0]?.open !== true) return false
  await pool.query(
    `with kept as (
       insert into cells values ($1, 'contact_name', $2, 1, app_now())
       on conflict (return_id, address) do update set cell = excluded.cell, decided_at = excluded.decided_at)
     insert into cell_changes (return_id, address, became, version, via, decided_at)
     select $1, 'contact_name', $2, 1, 'typed', app_now() from pg_sleep(0.3)`,
    [returnId, JSON.stringify({ state: 'value', value: text })],
  )
  return true
}

/** Sixteen writers until each is refused; what each was told had been kept. */
async function hammer(world: World, write: Writer): Promise<Map<string, string[]>> {
  const kept = new Map<string, string[]>(world.returnIds.map((id) => [id, []]))
  const hammerOne = async (returnId: string) => {
    for (let n = 1; n < 200; n++) {
      const text = `Preparer number ${n}`
      if (!(await write(world, returnId, text))) return
      kept.get(returnId)?.push(text)
    }
    throw new Error('the return was never locked')
  }
  await Promise.all(world.returnIds.map(hammerOne))
  return kept
}

async function lateChanges(world: World): Promise<number> {
  const { rows } = await pool.query<{ late: number }>(
    `select count(*)::int as late from cell_changes join returns on returns.id = return_id
     join collections on collections.id = collection_id where decided_at >= cutoff_at and return_id = any($1)`,
    [world.returnIds],
  )
  return rows[0]?.late ?? -1
}

beforeAll(async () => {
  // Holds the gap between deciding and writing open, where a careless design lets late writes through.
  await pool.query(`
    create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(0.3); return null; end $$;
    create trigger dawdle before insert on cell_changes for each statement execute function dawdle()`)
})

describe.each(['2020-02-11T00:00:00Z', '2020-06-30T23:00:00Z'])('sixteen writers across the cutoff of %s', (closes) => {
  test('keep all that was acknowledged, and nothing is decided at or after it', async () => {
    const world = await closingIn(4_000, WRITERS, closes)
    const kept = await hammer(world, ours)
    expect([...kept.values()].flat().length).toBeGreaterThan(WRITERS)
    expect(await lateChanges(world)).toBe(0)
    const { rows } = await pool.query<{ id: string; texts: string[] }>(
      `select return_id as id, array_agg(became ->> 'value' order by id) as texts from cell_changes
       where return_id = any($1) group by return_id`,
      [world.returnIds],
    )
    expect(new Map(rows.map(({ id, texts }) => [id, texts]))).toEqual(kept)
  })
})

test('and the same test catches a design that looks before it writes', async () => {
  const world = await closingIn(1_500, WRITERS)
  await hammer(world, naive)
  expect(await lateChanges(world)).toBeGreaterThan(0)
})

test('what arrived in time is kept however long it waited for its turn', async () => {
  const world = await closingIn(3_000, 1)
  const [returnId = ''] = world.returnIds
  const holder = await pool.connect()
  await holder.query('begin')
  await holder.query('select from returns where id = $1 for update', [returnId])
  const saving = ours(world, returnId, 'In time, but late to the row')
  await holder.query('select pg_sleep(3.5)')
  await holder.query('commit')
  holder.release()
  expect(await saving).toBe(true)
  expect(await lateChanges(world)).toBe(0)
  expect(await ours(world, returnId, 'Too late altogether')).toBe(false)
})
