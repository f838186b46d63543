import { sendQuestionReminders } from '../../server/actions/sendQuestionReminders'
import { pairCounts } from '../../server/db/pairs'
import { useDatabase } from '../support/database'

const { db, pool } = useDatabase({ demonstration: 'under way' })

const rowsOf = async <Row extends object>(query: string): Promise<Row[]> => (await pool.query<Row>(query)).rows

test('shows a question about a figure in each of its states, and both sides of a pair asked', async () => {
  const rows = await rowsOf('select state, rule from queries order by state, rule')
  expect(rows).toEqual([
    { state: 'answered', rule: null },
    { state: 'asked', rule: 'B12' },
    { state: 'asked', rule: 'B12' },
    { state: 'asked', rule: null },
    { state: 'dismissed', rule: null },
    { state: 'settled', rule: null },
  ])
})

test('asks about figures that are more than nought', async () => {
  const rows = await rowsOf<{ address: string; figure: number }>(
    "select address, (figures -> address ->> 'value')::float8 as figure from queries where rule is null",
  )
  expect(rows).toHaveLength(4)
  expect(rows.filter(({ figure }) => figure > 0)).toEqual(rows)
})

test('has written a letter for each question that was asked, and reminded of those that wait', async () => {
  const kinds = await rowsOf(
    "select kind, count(*)::int > 2 as several from post where kind like 'query%' group by kind order by kind",
  )
  expect(kinds).toEqual([
    { kind: 'query_asked', several: true },
    { kind: 'query_reminder', several: true },
  ])
  expect(await sendQuestionReminders({ db, publicUrl: 'http://localhost:3000' })).toBe(0)
})

test('asks after the submission and before it begins, and lets an administrator allow corrections', async () => {
  const wrong = await rowsOf(
    `select 1 from queries join submissions on submissions.id = submission_id
     where asked_at <= submissions.decided_at or coalesce(ended_at, answered_at, asked_at) >= '2020-01-27T09:05:00Z'`,
  )
  expect(wrong).toEqual([])
  const [permit] = await rowsOf('select email from correction_permits join people on people.id = granted_by')
  expect(permit).toEqual({ email: 'admin@benchmarking.example' })
})

test('has partners who agree and partners who differ', async () => {
  const [collection] = await rowsOf<{ id: string }>("select id from collections where code = 'mhsw-2019'")
  const { agreed, differs } = await pairCounts(db, collection?.id ?? '')
  expect([agreed > 2, differs]).toEqual([true, 2])
})
