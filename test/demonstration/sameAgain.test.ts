import type { Pool } from 'pg'
import { loadDemonstration } from '../../server/demonstration/loadDemonstration'
import { useDatabase } from '../support/database'

const [one, other] = [useDatabase(), useDatabase()]

/** All but the clock, which runs, and what the database keeps for itself. */
const tables = [
  ...['organisations', 'people', 'memberships', 'collections', 'returns', 'cells', 'cell_changes', 'submissions'],
  ...['return_events', 'openings', 'opening_requests', 'assignments', 'post', 'contacts_made', 'chasing'],
]

async function fingerprints(pool: Pool): Promise<Record<string, string>> {
  const found = tables.map(async (table) => {
    const { rows } = await pool.query<{ md5: string }>(
      `select coalesce(md5(string_agg(md5(each::text), '' order by each::text)), 'empty') as md5 from ${table} each`,
    )
    return [table, rows[0]?.md5 ?? ''] as const
  })
  return Object.fromEntries(await Promise.all(found))
}

test('it is the same each time it is loaded, to the last row', async () => {
  await loadDemonstration(one.db, { passwordHash: 'a hash' })
  await loadDemonstration(other.db, { passwordHash: 'a hash' })
  const made = await fingerprints(one.pool)
  expect(Object.values(made)).not.toContain('empty')
  expect(await fingerprints(other.pool)).toEqual(made)
})
