import { sendAssignmentReminders } from '../../../server/actions/sendAssignmentReminders'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'

const { db, sql, services, signIn } = useApp()

/** An employer at work in the collection, its preparer signed in. */
async function atWork() {
  await setClock(sql, '2020-01-20T10:00:00Z')
  const employer = await make(db).employer({ status: 'in_progress' })
  const preparer = await signIn(employer.preparer.email)
  const path = `/team/returns/${employer.return.id}`
  const give = (fields: Record<string, string | readonly string[]>) =>
    preparer.post(`${path}/assignments`, { person: employer.contributor.id, ...fields })
  return { ...employer, by: preparer, path, give }
}

const given = async (returnId: string) =>
  (
    await sql.query('select section, due_on::text, note from assignments where return_id = $1 order by section', [
      returnId,
    ])
  ).rows

const lettersTo = async (email: string) =>
  (
    await sql.query<{ kind: string; paragraphs: string[] }>(
      'select kind, paragraphs from post where to_address = $1 order by created_at',
      [email],
    )
  ).rows

beforeEach(() => sql.query(`update returns set status = 'no_longer_required'`))

describe('giving sections', () => {
  test('lets a contributor see these at once and no others, and tells them', async () => {
    const { give, return: made, contributor } = await atWork()
    const somebody = await signIn(contributor.email)
    expect((await somebody.get(`/returns/${made.id}/sections/b`)).status).toBe(404)

    const answer = await give({ section: ['b', 'c'], due_on: '2020-01-31', note: 'Payroll has the figures' })
    expect(answer.status).toBe(303)
    expect((await somebody.get(`/returns/${made.id}/sections/b`)).status).toBe(200)
    expect((await somebody.get(`/returns/${made.id}/sections/d`)).status).toBe(404)
    expect(await given(made.id)).toEqual([
      { section: 'b', due_on: '2020-01-31', note: 'Payroll has the figures' },
      { section: 'c', due_on: '2020-01-31', note: 'Payroll has the figures' },
      { section: 'f', due_on: null, note: null },
    ])
    const [letter] = await lettersTo(contributor.email)
    expect(letter?.kind).toBe('section_assigned')
    expect(letter?.paragraphs.join('\n')).toMatch(
      /by Friday 31 January 2020[\s\S]*Dilys Marlow adds: Payroll has the figures/,
    )
  })

  test('again gives a new day, and one letter each time', async () => {
    const { give, return: made, contributor } = await atWork()
    await give({ section: 'f', due_on: '2020-01-31' })
    await give({ section: 'f', due_on: '2020-02-03' })
    expect(await given(made.id)).toEqual([{ section: 'f', due_on: '2020-02-03', note: null }])
    expect(await lettersTo(contributor.email)).toHaveLength(2)
  })

  test('takes them back', async () => {
    const { by, path, return: made, contributor } = await atWork()
    const somebody = await signIn(contributor.email)
    const answer = await by.post(`${path}/assignments/removal`, { person: contributor.id, section: 'f' })
    expect(answer.status).toBe(303)
    expect((await somebody.get(`/returns/${made.id}/sections/f`)).status).toBe(404)
    expect(await given(made.id)).toEqual([])
  })

  test.each([
    [{ section: [] }, 'Choose at least one section'],
    [{ section: 'zz' }, 'Choose at least one section'],
    [{ section: 'q' }, 'Choose at least one section'],
    [{ section: 'b', due_on: '31/01/2020' }, 'Enter the date as year, month and day'],
    [{ section: 'b', due_on: '2020-02-30' }, 'Enter the date as year, month and day'],
    [{ section: 'b', due_on: '2020-01-19' }, 'The date must be today or later'],
    [{ section: 'b', due_on: '2020-02-11' }, 'The return closes at the end of Monday 10 February 2020'],
    [{ section: 'b', note: 'x'.repeat(501) }, 'A note can have at most 500 characters'],
    [{ section: 'b', person: '' }, 'Choose who will fill them in'],
  ])('is refused with %j', async (fields, says) => {
    const { give, return: made } = await atWork()
    const answer = await give(fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(says)
    expect(await given(made.id)).toEqual([{ section: 'f', due_on: null, note: null }])
  })

  test('is to contributors of the same employer only', async () => {
    const { give, return: made, signatory } = await atWork()
    const stranger = (await make(db).employer()).contributor
    for (const person of [signatory.id, stranger.id]) expect((await give({ person, section: 'b' })).status).toBe(422)
    expect(await given(made.id)).toHaveLength(1)
  })

  test('is for the preparers of the return: to others its page does not exist', async () => {
    const { path, contributor, signatory } = await atWork()
    const other = (await make(db).employer()).preparer
    for (const { email } of [contributor, signatory, other]) {
      const somebody = await signIn(email)
      expect((await somebody.get(`${path}/sections`)).status).toBe(404)
      expect((await somebody.post(`${path}/assignments`, { person: contributor.id, section: 'b' })).status).toBe(404)
    }
  })
})

describe('a contributor with a day of their own', () => {
  const remind = () => sendAssignmentReminders(services)
  const reminders = async (email: string) =>
    (await lettersTo(email)).filter(({ kind }) => kind === 'assignment_reminder')

  test('is reminded three days before and on the day, at nine in London, once each', async () => {
    const { give, contributor } = await atWork()
    await give({ section: ['b', 'c'], due_on: '2020-01-31' })
    const counts = []
    for (const at of [
      '2020-01-28T08:59:50Z',
      '2020-01-28T09:00:01Z',
      '2020-01-28T09:30:00Z',
      '2020-01-31T08:59:50Z',
      '2020-01-31T09:00:01Z',
      '2020-01-31T17:00:00Z',
    ]) {
      await setClock(sql, at)
      counts.push(await remind())
    }
    expect(counts).toEqual([0, 1, 0, 0, 1, 0])
    const [first] = await reminders(contributor.email)
    expect(first?.paragraphs[0]).toMatch(/Not complete yet: “[^”]+”, “[^”]+”/)
  })

  test('is not reminded of what is complete, or was given too late for it', async () => {
    const { give, return: made, contributor } = await atWork()
    await give({ section: ['b', 'c'], due_on: '2020-01-31' })
    const complete = { b: { status: 'complete' }, c: { status: 'complete_with_warnings' } }
    await sql.query('update returns set progress = $2 where id = $1', [made.id, JSON.stringify(complete)])
    await setClock(sql, '2020-01-30T10:00:00Z')
    expect(await remind()).toBe(0)
    await give({ section: 'd', due_on: '2020-02-01' })
    expect(await remind()).toBe(0)
    await setClock(sql, '2020-02-01T09:00:01Z')
    expect(await remind()).toBe(1)
    expect((await reminders(contributor.email)).map(({ paragraphs }) => paragraphs[0])).toEqual([
      expect.stringContaining('Saturday 1 February 2020'),
    ])
  })

  test.each([
    ['the return has been submitted', `update returns set status = 'submitted' where id = $1`],
    ['it waits for signature', `update returns set status = 'awaiting_signature' where id = $1`],
    [
      'they have left the team',
      `delete from memberships where role = 'contributor'
       and organisation_id = (select organisation_id from returns where id = $1)`,
    ],
    ['the section was taken back', `delete from assignments where return_id = $1`],
  ])('is not reminded once %s', async (_what, happens) => {
    const { give, return: made } = await atWork()
    await give({ section: 'b', due_on: '2020-01-31' })
    await sql.query(happens, [made.id])
    await setClock(sql, '2020-01-31T09:00:01Z')
    expect(await remind()).toBe(0)
  })

  test('is not reminded after the cutoff, however late the clock gets there', async () => {
    const { give } = await atWork()
    await give({ section: 'b', due_on: '2020-02-10' })
    await setClock(sql, '2020-02-11T00:00:01Z')
    expect(await remind()).toBe(0)
  })
})
