import { deliverPost } from '../../../server/actions/deliverPost'
import { sendDueReminders } from '../../../server/actions/sendDueReminders'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { letters, startAfresh } from '../../support/post'

const { db, sql, services, signIn } = useApp()

const REMINDERS = '/network/collections/mhsw-2019/reminders'

const networkPerson = async () => signIn((await make(db).person({ staffRole: 'network' })).email)
const remind = () => sendDueReminders(services)

beforeEach(async () => {
  await startAfresh(sql)
  await sql.query('delete from reminder_schedules')
  await make(db).collection()
  await setClock(sql, '2020-01-28T10:00:00Z')
})

describe('the reminders of a collection', () => {
  it('say when, to whom and what, and to whom not and why', async () => {
    const going = await make(db).employer()
    const signing = await make(db).employer({ status: 'awaiting_signature' })
    const bouncing = await make(db).employer()
    await sql.query('update people set bouncing_since = app_now() where id = $1', [bouncing.preparer.id])
    await make(db).employer({ status: 'submitted' })
    const staff = await networkPerson()
    const page = (await staff.get(REMINDERS)).text
    expect(page).toContain('Next at 9:00am on Monday 3 February 2020')
    expect(page).toContain('2 people as things stand')
    for (const { email } of [going.preparer, signing.signatory]) expect(page).toContain(email)
    expect(page).not.toContain(bouncing.preparer.email)
    expect((await staff.get(`${REMINDERS}?show=bouncing`)).text).toContain(bouncing.preparer.email)
    expect((await staff.get(`${REMINDERS}?show=submitted`)).text).toContain('The return has been submitted')
  })

  it('say why fewer are reminded on the next day than are reminded at all', async () => {
    await make(db).employer()
    const later = await make(db).employer()
    const { id: grantedBy } = await make(db).person({ staffRole: 'admin' })
    await make(db).opening({ returnId: later.return.id, grantedBy, untilAt: '2020-02-20T00:00:00Z' })
    const page = (await (await networkPerson()).get(REMINDERS)).text
    expect(page).toContain('1 person as things stand')
    expect(page).toContain(
      '1 person at 9:00am on Monday 3 February 2020; 1 person on another day, because the return has a last day of its own.',
    )
  })

  it('tell the truth: those they name are reminded, and nobody else', async () => {
    for (const status of ['not_started', 'in_progress', 'awaiting_signature', 'submitted', 'declined'] as const) {
      await make(db).employer({ status })
    }
    const page = (await (await networkPerson()).get(REMINDERS)).text
    const named = [...page.matchAll(/address">([^<]+)</g)].map(([, email]) => email).sort()
    await setClock(sql, '2020-02-03T09:00:01Z')
    await remind()
    await deliverPost(services)
    const gone = (await letters(sql)).filter(({ state }) => state === 'kept').map(({ to_address }) => to_address)
    expect(gone.sort()).toEqual(named)
  })

  it('are for the network; an analyst may look', async () => {
    const { preparer } = await make(db).employer()
    const analyst = await signIn((await make(db).person({ staffRole: 'analyst' })).email)
    expect((await analyst.get(REMINDERS)).text).not.toContain('Change the schedule')
    expect((await analyst.post(REMINDERS, { days: '5' })).status).toBe(404)
    expect((await (await signIn(preparer.email)).get(REMINDERS)).status).toBe(404)
    expect((await analyst.get('/network/collections/none/reminders')).status).toBe(404)
  })
})

describe('changing the schedule', () => {
  it('refuses what cannot be, and keeps what was typed', async () => {
    const answer = await (await networkPerson()).post(REMINDERS, { days: '7, 6' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Days must be at least 2 apart')
    expect(answer.text).toContain('value="7, 6"')
  })

  it('reminds on the new day, and not on the old', async () => {
    await make(db).employer()
    expect((await (await networkPerson()).post(REMINDERS, { days: '5, 1' })).status).toBe(303)
    await setClock(sql, '2020-02-03T09:00:01Z')
    expect(await remind()).toBe(0)
    await setClock(sql, '2020-02-05T09:00:01Z')
    expect(await remind()).toBe(1)
  })

  it('makes up for nothing: a day that comes before it was put in reminds nobody of a later last day', async () => {
    const { return: made } = await make(db).employer()
    const { id: grantedBy } = await make(db).person({ staffRole: 'admin' })
    await make(db).opening({ returnId: made.id, grantedBy, untilAt: '2020-02-20T00:00:00Z' })
    await setClock(sql, '2020-02-05T10:00:00Z')
    await remind()
    const before = (await letters(sql)).length
    // 9:00am on 4 February would have been 15 days before its own last day.
    await (await networkPerson()).post(REMINDERS, { days: '1' })
    await sql.query(
      `update reminder_schedules set days = days || '[{"daysBefore": 15, "since": "2020-02-05T10:00:00Z"}]'`,
    )
    expect(await remind()).toBe(0)
    expect(await letters(sql)).toHaveLength(before)
  })

  it('to none reminds nobody', async () => {
    await make(db).employer()
    await (await networkPerson()).post(REMINDERS, { days: '' })
    await setClock(sql, '2020-02-09T09:00:01Z')
    expect(await remind()).toBe(0)
  })

  it('moves with the last day, which the page that moves it says', async () => {
    const admin = await signIn((await make(db).person({ staffRole: 'admin' })).email)
    await admin.post(REMINDERS, { days: '6, 2' })
    const dates = '/admin/collections/mhsw-2019'
    expect((await admin.get(dates)).text).toContain('Reminders move with it: they go 6 and 2 days before the last day')
    await admin.post(dates, { closes: '2020-02-20', reason: 'Floods in the north' })
    expect((await admin.get(dates)).text).toContain(
      'Reminders now go at 9:00am on Friday 14 February 2020, Tuesday 18 February 2020.',
    )
  })
})

describe('reminders across the change of the clocks', () => {
  it.each([
    ['March', '2027-03-31', '2027-03-28T08:00:00Z'],
    ['October', '2027-11-03', '2027-10-31T09:00:00Z'],
  ])('of %s go at 9am in London, once', async (_month, lastDay, nine) => {
    const day = nine.slice(0, 10)
    const opensAt = `${lastDay.slice(0, 4)}-0${lastDay.startsWith('2027-03') ? 2 : 9}-20T00:00:00Z`
    await sql.query(
      `update collections set opens_at = $1, cutoff_at = (($2::date + 1)::timestamp at time zone 'Europe/London') where code = 'mhsw-2019'`,
      [opensAt, lastDay],
    )
    const { id: collectionId } = (
      await sql.query<{ id: string }>(`select id from collections where code = 'mhsw-2019'`)
    ).rows[0] ?? { id: '' }
    const { organisationId } = await make(db).return({ collectionId })
    await make(db).person({ organisationId })
    const about = async () => (await letters(sql)).filter(({ cause }) => cause.includes(day))
    const before = (seconds: number) => new Date(new Date(nine).getTime() - seconds * 1000).toISOString()
    await setClock(sql, before(3600))
    await remind()
    await setClock(sql, before(5))
    await remind()
    expect(await about()).toHaveLength(0)
    await setClock(sql, before(-1))
    await Promise.all([remind(), remind()])
    expect(await about()).toHaveLength(1)
    await setClock(sql, before(-3601))
    await remind()
    expect(await about()).toHaveLength(1)
  })
})
