import { aboutTheDemonstration } from '../../server/aboutTheDemonstration'
import { sendDueReminders } from '../../server/actions/sendDueReminders'
import { latestStandings } from '../../server/db/demonstration'
import { loadDemonstration } from '../../server/demonstration/loadDemonstration'
import { useDatabase } from '../support/database'

const { db, pool } = useDatabase()
const passwordHash = 'the hash of the password demonstration'
const rows = async (statement: string) => (await pool.query<Record<string, unknown>>(statement)).rows

beforeAll(() => loadDemonstration(db, { passwordHash }))

const ofSocialWork = `(
  select returns.* from returns join collections on collections.id = collection_id where code = 'mhsw-2019') returns`

test('the clock runs on from five past nine on 27 January 2020', async () => {
  const asked = "select app_now() - '2020-01-27T09:05:00Z' between '0' and '2 minutes' as soon from demonstration"
  expect(await rows(asked)).toEqual([{ soon: true }])
})

test('who starts it is told whom they may be, and how their returns really stand', async () => {
  const told = aboutTheDemonstration('9:05am', await latestStandings(db))
  expect(told).toMatch(/preparer@thornmere-trust\.example +preparer of an NHS trust; their return: in progress\n/)
  expect(told).toMatch(/preparer@eastvale-council\.example +preparer of a council; their return: not started\n/)
  expect(told).toMatch(/signatory@wrenbrook-trust\.example +signatory there; their return: waiting for signature\n/)
})

test('it is not loaded into a database that has organisations, and says so in a sentence', async () => {
  expect(await loadDemonstration(db, { passwordHash })).toEqual({
    kind: 'refused',
    because: expect.stringMatching(/^This database already has organisations: .*\.$/),
  })
  expect(await rows('select count(*)::int as organisations from organisations')).toEqual([{ organisations: 220 }])
})

test('there is a social work return in every state it can be in', async () => {
  const found = await rows(`select status, count(*)::int from ${ofSocialWork} group by status`)
  expect(Object.fromEntries(found.map(({ status, count }) => [status, count]))).toEqual({
    not_started: expect.any(Number),
    in_progress: expect.any(Number),
    awaiting_signature: expect.any(Number),
    submitted: expect.any(Number),
    reopened: 3,
    nil: 5,
    covered: 1,
    declined: 2,
    no_longer_required: 1,
  })
})

test('about a third has answered by 27 January, trusts sooner than councils', async () => {
  const [rate] = await rows(`
    select round(100 * avg(answered)) as all,
      round(100 * avg(answered) filter (where type = 'nhs_trust')) as trusts,
      round(100 * avg(answered) filter (where type = 'local_authority')) as councils
    from (select type, (standing_submission_id is not null or status = 'covered')::int as answered
      from ${ofSocialWork} join organisations on organisations.id = organisation_id) each`)
  expect(Number(rate?.all)).toBeGreaterThan(28)
  expect(Number(rate?.all)).toBeLessThan(38)
  expect(Number(rate?.trusts)).toBeGreaterThan(Number(rate?.councils) + 10)
})

test('some returns have been opened and not begun, and Eastvale’s not even that', async () => {
  const [looked] = await rows(
    "select count(*)::int from returns where status = 'not_started' and first_opened_at is not null",
  )
  expect(looked?.count).toBeGreaterThan(10)
  const eastvale = await rows(`
    select status, first_opened_at from returns join organisations on organisations.id = organisation_id
    where name = 'Eastvale Council'`)
  expect(eastvale).toEqual([{ status: 'not_started', first_opened_at: null }])
})

test('a cell is what its last change made it, at the version of that change, and a return at that of the last', async () => {
  const wrong = `
    with last as (
      select distinct on (return_id, address) * from cell_changes order by return_id, address, id desc
    )
    select 'a cell is not its last change' as wrong from last full join cells using (return_id, address)
      where last.became is distinct from cells.cell or last.version <> cells.version
        or last.decided_at <> cells.decided_at
    union all
    select 'a version is not the last' from returns
      left join (select return_id, max(version) as version from cells group by 1) found on found.return_id = returns.id
      where coalesce(found.version, 0) <> returns.version and not exists (
        select from cell_changes where cell_changes.return_id = returns.id and version = returns.version)
    union all
    select 'a change does not begin where the one before it ended' from (
      select was, lag(became) over (partition by return_id, address order by id) as before from cell_changes) pair
      where was is distinct from before
    union all
    select 'versions have a gap or go back' from (
      select version, decided_at, lag(version) over w as before, lag(decided_at) over w as earlier from cell_changes
      window w as (partition by return_id order by id)) pair
      where version - before not in (0, 1) or decided_at < earlier`
  expect(await rows(wrong)).toEqual([])
})

test('everything happened in working hours between the opening and now, in the order of its numbers', async () => {
  const wrong = `
    select 'outside working hours' as wrong from (
      select decided_at from cell_changes union all select decided_at from return_events
    ) happened where decided_at at time zone 'Europe/London' not between '2020-01-06 09:00' and '2020-01-27 09:00'
      or extract(isodow from decided_at at time zone 'Europe/London') > 5
      or (decided_at at time zone 'Europe/London')::time not between '09:00' and '17:30'
    union all
    select 'out of order' from (
      select decided_at, lag(decided_at) over (partition by return_id order by id) as before from return_events) pair
      where decided_at < before
    union all
    select 'opened after it was begun' from returns join cell_changes on return_id = returns.id
      where first_opened_at > decided_at`
  expect(await rows(wrong)).toEqual([])
})

test('what happened to a return leads to where it stands', async () => {
  const wrong = `
    select returns.status, kinds from returns left join (
      select return_id, array_agg(kind order by id) as kinds from return_events
      where kind not like 'query%' group by 1) happened
      on happened.return_id = returns.id
    where case status
      when 'awaiting_signature' then kinds[array_length(kinds, 1)] <> 'signature_requested' or requested_at is null
      when 'submitted' then kinds[array_length(kinds, 1)] <> 'submitted' or standing_submission_id is null
      when 'nil' then kinds[array_length(kinds, 1)] <> 'submitted' or standing_submission_id is null
      when 'reopened' then not 'reopened' = any (kinds) or standing_submission_id is null
      when 'in_progress' then kinds[1] <> 'started' or standing_submission_id is not null
      when 'covered' then kinds <> array['covered'] or covered_by is null or set_aside_from is null
      when 'declined' then kinds <> array['set_aside'] or set_aside_from is null
      when 'no_longer_required' then kinds <> array['set_aside'] or set_aside_from is null
      else kinds is not null or version > 0 end`
  expect(await rows(wrong)).toEqual([])
})

test('the reminders of 13 and 27 January have gone at nine, and the job that writes reminders adds none', async () => {
  const sent = await rows(`
    select to_char(decided_at at time zone 'Europe/London', 'DD HH24:MI') as at, count(*)::int > 20 as many
    from post where kind in ('reminder', 'signature_reminder') group by 1 order by 1`)
  // A return that was reopened or given more time is reminded on days of its own.
  expect(sent.filter(({ many }) => many).map(({ at }) => at)).toEqual(['13 09:00', '27 09:00'])
  expect(await sendDueReminders({ db, publicUrl: 'http://localhost:3000' })).toBe(0)
})

test('every letter that the product writes when something is decided is there', async () => {
  const wrong = `
    select kind from return_events event
    where kind in ('signature_requested', 'signature_refused', 'submitted', 'reopened', 'extended') and not exists (
      select from post where post.return_id = event.return_id and post.kind = event.kind
        and post.decided_at = event.decided_at and post.cause like event.kind || ':' || event.return_id || ':%')`
  expect(await rows(wrong)).toEqual([])
  expect(await rows("select distinct state from post where state = 'waiting'")).toEqual([])
})

test('the trust of the contract is part filled, and its contributor has section F alone', async () => {
  const assigned = await rows(`
    select email, section, due_on from assignments join people on people.id = person_id`)
  expect(assigned).toEqual([{ email: 'contributor@thornmere-trust.example', section: 'f', due_on: '2020-01-31' }])
  const [thornmere] = await rows(`
    select status, progress from returns join organisations on organisations.id = organisation_id
    where name = 'Thornmere Partnership NHS Trust' and collection_id = (
      select id from collections where code = 'mhsw-2019')`)
  expect(thornmere).toMatchObject({
    status: 'in_progress',
    progress: {
      a: { status: 'complete' },
      b: { status: 'complete_with_warnings', soft: 1, explained: 1 },
      e: { status: 'complete_with_warnings', soft: 1, explained: 0 },
      f: { status: 'in_progress', required: 19, answered: 15 },
      h: { status: 'in_progress', hard: 2 },
      k: { status: 'not_started' },
    },
  })
})

test('both surveys of the trust that waits for signature can be signed together', async () => {
  const waiting = await rows(`
    select code from returns join collections on collections.id = collection_id
    where status = 'awaiting_signature' and organisation_id = (
      select id from organisations where name = 'Wrenbrook Partnership NHS Trust') order by code`)
  expect(waiting).toEqual([{ code: 'mhsw-2019' }, { code: 'psw-2019' }])
})

test('the peer support return of the trust of the contract is part filled, with section A from the other', async () => {
  const [peers] = await rows(`
    select returns.id, status, progress from returns join collections on collections.id = collection_id
    where code = 'psw-2019' and organisation_id = (
      select id from organisations where name = 'Thornmere Partnership NHS Trust')`)
  expect(peers).toMatchObject({ status: 'in_progress', progress: { a: { status: 'complete' } } })
  const routes = await rows(`
    select distinct via from cell_changes where return_id = '${String(peers?.id)}' and address = 'contact_name'`)
  expect(routes).toEqual([{ via: 'shared' }])
})

test('the network has rung some of those still to answer, and taken some on', async () => {
  const [promised] = await rows(`
    select count(*) filter (where promised_on < '2020-01-27')::int > 2 as passed,
      count(*) filter (where promised_on = '2020-01-27')::int > 2 as today,
      count(*) filter (where promised_on > '2020-01-27')::int > 2 as later,
      count(distinct owner_id)::int as owners from chasing`)
  expect(promised).toEqual({ passed: true, today: true, later: true, owners: 2 })
  const wrong = `
    select 'a promise that nobody wrote down' as wrong from chasing
      where promised_on is not null and not exists (
        select from contacts_made made where made.return_id = chasing.return_id
          and made.promised_on = chasing.promised_on and made.decided_at = chasing.promised_at)
    union all
    select 'noted outside working hours, or not yet' from contacts_made
      where decided_at > '2020-01-27 09:00Z' or extract(isodow from decided_at at time zone 'Europe/London') > 5`
  expect(await rows(wrong)).toEqual([])
})
