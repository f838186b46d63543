import { sendDueReminders } from '../../server/actions/sendDueReminders'
import { useDatabase } from '../support/database'

const { db, pool } = useDatabase({ demonstration: 'complete' })
const rows = async (statement: string) => (await pool.query<Record<string, unknown>>(statement)).rows

test('every invited employer has answered, and the collection has closed', async () => {
  const ofSocialWork = `
    select status, count(*)::int from returns join collections on collections.id = collection_id
    where code = 'mhsw-2019' group by 1 order by 1`
  expect(await rows(ofSocialWork)).toEqual([
    { status: 'covered', count: 1 },
    { status: 'nil', count: 5 },
    { status: 'submitted', count: 214 },
  ])
  expect(await rows('select distinct app_now() > cutoff_at as closed from collections')).toEqual([{ closed: true }])
  const unanswered = `select count(*)::int from returns join collections on collections.id = collection_id
    where code <> 'mhsw-2022' and standing_submission_id is null`
  expect(await rows(unanswered)).toEqual([{ count: 1 }])
})

test('in 2022 all 58 trusts answered, 63 of 152 councils and four independent providers', async () => {
  const answered = `
    select type, count(*)::int as asked, count(standing_submission_id)::int as answered
    from returns join collections on collections.id = collection_id join organisations on organisations.id = organisation_id
    where collections.code = 'mhsw-2022' group by 1 order by 1`
  expect(await rows(answered)).toEqual([
    { type: 'independent', asked: 8, answered: 4 },
    { type: 'local_authority', asked: 152, answered: 63 },
    { type: 'nhs_trust', asked: 58, answered: 58 },
    { type: 'voluntary', asked: 6, answered: 3 },
  ])
})

test('nothing was decided at the cutoff or after it', async () => {
  const late = `select 'late' as late from (
    select return_id, decided_at from cell_changes union all select return_id, decided_at from submissions
    union all select return_id, decided_at from return_events) decided
    join returns on returns.id = return_id join collections on collections.id = collection_id
    where decided.decided_at >= cutoff_at or decided.decided_at < opens_at`
  expect(await rows(late)).toEqual([])
})

test('each reminder went at nine on its day, fewer each time, and none is owed', async () => {
  const sent = await rows(`
    select to_char(decided_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as at, count(*)::int
    from post where kind in ('reminder', 'signature_reminder') group by 1 order by 1`)
  expect(sent.map(({ at }) => at)).toEqual([
    '2020-01-13 09:00',
    '2020-01-27 09:00',
    '2020-02-03 09:00',
    '2020-02-07 09:00',
    '2020-02-09 09:00',
    '2022-06-13 09:00',
    '2022-06-27 09:00',
    '2022-07-04 09:00',
    '2022-07-08 09:00',
    '2022-07-10 09:00',
  ])
  for (const some of [sent.slice(0, 5), sent.slice(5)]) {
    const counts = some.map(({ count }) => Number(count))
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
  }
  expect(await sendDueReminders({ db, publicUrl: 'http://localhost:3000' })).toBe(0)
})
