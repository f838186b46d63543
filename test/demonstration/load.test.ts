import { loadDemonstration } from '../../server/demonstration/loadDemonstration'
import { useDatabase } from '../support/database'

const { db, pool } = useDatabase()
const passwordHash = 'the hash of the password demonstration'

test('it fills an empty database, and the clock runs on from five past nine on 27 January 2020', async () => {
  const started = performance.now()
  expect(await loadDemonstration(db, { passwordHash })).toEqual({ kind: 'loaded', employers: 220 })
  expect(performance.now() - started).toBeLessThan(15_000)
  const { rows } = await pool.query("select app_now() - '2020-01-27T09:05:00Z' < '1 minute' as soon from demonstration")
  expect(rows).toEqual([{ soon: true }])
})

test('it is not loaded into a database that has organisations, and says so in a sentence', async () => {
  const before = await pool.query('select count(*) from cells')
  expect(await loadDemonstration(db, { passwordHash })).toEqual({
    kind: 'refused',
    because: expect.stringMatching(/^This database already has organisations: .*\.$/),
  })
  expect((await pool.query('select count(*) from cells')).rows).toEqual(before.rows)
})
