import { deliverPost } from '../../../server/actions/deliverPost'
import { sendQuestionReminders } from '../../../server/actions/sendQuestionReminders'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { letters, startAfresh } from '../../support/post'

const app = useApp()
const { db, sql, services } = app
const made = make(db)

const LIST = '/network/collections/mhsw-2019'

let employer: Awaited<ReturnType<typeof made.employer>>
let staff: Awaited<ReturnType<typeof made.person>>

/** On Monday 17 February 2020 at ten a submitted figure is asked about. */
async function ask(address = 'amhp_emp.hc'): Promise<{ id: string }> {
  const { id } = await made.query({ returnId: employer.return.id, raisedBy: staff.id, address, figures: {} })
  await sql.query("update queries set asked_at = '2020-02-17T10:00:00Z' where id = $1", [id])
  return { id }
}

const remindAt = async (moment: string) => {
  await setClock(sql, moment)
  return sendQuestionReminders(services)
}

const reminders = async () => (await letters(sql)).filter(({ kind }) => kind === 'query_reminder')

beforeEach(async () => {
  await startAfresh(sql)
  await sql.query('delete from queries')
  await setClock(sql, '2020-02-17T10:00:00Z')
  employer = await made.employer()
  await made.submission({ returnId: employer.return.id, signedBy: employer.signatory.id, cells: {} })
  staff = await made.person({ staffRole: 'network' })
})

describe('an employer who does not answer', () => {
  test('is reminded at nine, 7 and 14 days after it was asked, once each, after the cutoff too', async () => {
    await ask()
    await ask('sw_emp_in.hc')
    expect(await remindAt('2020-02-24T08:59:50Z')).toBe(0)
    expect(await remindAt('2020-02-24T09:00:00Z')).toBe(1)
    expect(await remindAt('2020-02-24T09:01:00Z')).toBe(0)
    await deliverPost(services)
    const listed = (await (await app.signIn(staff.email)).get(`${LIST}?view=queried`)).text
    expect(listed).toContain('Reminder of questions, 24 Feb')
    expect(await remindAt('2020-03-02T09:00:00Z')).toBe(1)
    expect(await remindAt('2020-04-02T09:00:00Z')).toBe(0)
    const [first] = await reminders()
    expect(first).toMatchObject({ to_address: employer.preparer.email })
    const { rows } = await sql.query<{ subject: string; paragraphs: string[] }>(
      "select subject, paragraphs from post where kind = 'query_reminder' limit 1",
    )
    expect(rows[0]?.subject).toContain('our 2 questions about your return wait for an answer')
    expect(rows[0]?.paragraphs[0]).toContain('On Monday 17 February 2020 we asked you about figures')
  })

  test('is reminded once after an outage, not of every day that was missed', async () => {
    await ask()
    expect(await remindAt('2020-03-20T09:00:00Z')).toBe(1)
    expect(await remindAt('2020-03-20T09:00:30Z')).toBe(0)
  })

  test('stands in a view of the list, with since when, and the network is told how many answers wait to be read', async () => {
    const { id } = await ask()
    const network = await app.signIn(staff.email)
    await setClock(sql, '2020-02-20T10:00:00Z')
    const listed = async () => (await network.get(`${LIST}?view=queried`)).text
    expect(await listed()).toContain('1 question about a figure unanswered for 3 days')
    expect(await listed()).not.toContain('Write to these')
    expect((await network.get(LIST)).text).toContain('Question unanswered: 1')
    await (
      await app.signIn(employer.preparer.email)
    ).post(`/returns/${employer.return.id}/queries/${id}/answer`, {
      answer: 'It is right: three people joined in June.',
    })
    expect(await listed()).toContain('No question about a figure waits for an answer.')
    expect((await network.get(LIST)).text).toContain('Questions about figures: 1 answer to read')
  })
})

describe('nobody is reminded', () => {
  test('of what has been answered, nor of what has been answered since the letter was written', async () => {
    const { id } = await ask()
    expect(await remindAt('2020-02-24T09:00:00Z')).toBe(1)
    await sql.query(
      "update queries set state = 'settled', ended_at = app_now(), ended_how = 'accepted' where id = $1",
      [id],
    )
    expect(await remindAt('2020-03-02T09:00:00Z')).toBe(0)
    await deliverPost(services)
    expect(await reminders()).toMatchObject([{ state: 'not_needed' }])
  })

  test('while a figure is being corrected, but is when it was not signed in time', async () => {
    const { id } = await ask()
    await sql.query("update queries set correcting_at = '2020-01-20T10:00:00Z' where id = $1", [id])
    await made.opening({ returnId: employer.return.id, grantedBy: staff.id, untilAt: '2020-02-28T00:00:00Z' })
    expect(await remindAt('2020-02-24T09:00:00Z')).toBe(0)
    expect(await remindAt('2020-02-28T09:00:00Z')).toBe(1)
  })

  test('twice within two days, whatever else they are written to about', async () => {
    await ask()
    await sql.query(
      `insert into post (kind, cause, person_id, to_name, to_address, subject, paragraphs, message_id, state, told_on,
         campaign_id, decided_at)
       values ('chase', 'another letter', $1, 'D', $2, 'Another', '[]', 'another', 'kept', '2020-02-23', null, app_now())`,
      [employer.preparer.id, employer.preparer.email],
    )
    expect(await remindAt('2020-02-24T09:00:00Z')).toBe(1)
    await deliverPost(services)
    expect(await reminders()).toMatchObject([{ state: 'not_needed' }])
  })
})
