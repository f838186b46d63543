import { randomUUID } from 'node:crypto'
import { deliverPost } from '../../../server/actions/deliverPost'
import { sendDueReminders } from '../../../server/actions/sendDueReminders'
import { openMailer } from '../../../server/mail/mailer'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { letters, startAfresh } from '../../support/post'
import type { Visitor } from '../../support/signIn'
import { answering, useMailServers, type Behaviour } from '../../support/smtp'

const { db, sql, services, signIn } = useApp()
const startMailServer = useMailServers()

const CHASE = '/network/collections/mhsw-2019/chase'

const written = {
  readers: 'preparers',
  subject: '{organisation}: your return closes {days left}',
  body: 'Dear {name}, {organisation} has until {closes}: {progress}.\n\nIt is here: {link}',
}

const networkPerson = async (): Promise<Visitor> =>
  signIn((await make(db).person({ staffRole: 'network', name: 'Nell Arden' })).email)

/** Writes, and is led to the page that shows who gets it: its path. */
async function draft(staff: Visitor, fields: Record<string, string> = {}): Promise<string> {
  const answer = await staff.post(CHASE, { ...written, ...fields })
  expect([answer.status, answer.text.slice(0, 0)]).toEqual([303, ''])
  return answer.headers.location ?? ''
}

const markIn = (text: string): string => /name="mark" value="([^"]+)"/.exec(text)?.[1] ?? ''

/** Presses the button that stands on the page now. */
const press = async (staff: Visitor, path: string) =>
  staff.post(`${path}/sending`, { mark: markIn((await staff.get(path)).text) })

async function sent(staff: Visitor, fields: Record<string, string> = {}): Promise<string> {
  const path = await draft(staff, fields)
  expect((await press(staff, path)).status).toBe(303)
  return path
}

async function deliverTo(behaviour: Behaviour = {}) {
  const server = await startMailServer(behaviour)
  const mailer = openMailer({ smtpUrl: server.url, mailFrom: 'returns@benchmarking.example', mailPerMinute: undefined })
  await deliverPost({ db, mailer })
  mailer.close()
  return server
}

beforeEach(async () => {
  await startAfresh(sql)
  await sql.query('delete from campaigns; delete from reminder_schedules')
  await setClock(sql, '2020-01-28T10:00:00Z')
})

describe('writing to many', () => {
  it('shows who gets it, what it says to one of them, and sends as many as the button says', async () => {
    const trust = await make(db).employer({ type: 'nhs_trust' })
    await make(db).employer({ type: 'local_authority' })
    await db.updateTable('organisations').set({ name: 'Harrow <b>' }).where('id', '=', trust.organisationId).execute()
    const staff = await networkPerson()
    const path = await draft(staff, { type: 'nhs_trust' })
    const page = (await staff.get(path)).text
    expect(page).toContain('Send 1 letter')
    expect(page).toContain('Harrow &lt;b&gt;: your return closes in 13 days')
    expect(page).toContain(
      'Dear Dilys Marlow, Harrow &lt;b&gt; has until 11:59pm on Monday 10 February 2020: nothing has been saved in it yet.',
    )
    expect(page).toContain(`It is here: http://localhost:3000/returns/${trust.return.id}`)
    expect(await letters(sql)).toEqual([])

    const answer = await press(staff, path)
    expect([answer.status, answer.headers.location]).toEqual([303, path])
    const { received } = await deliverTo()
    expect(received.map(({ to, email }) => [to, email.subject])).toEqual([
      [[trust.preparer.email], 'Harrow <b>: your return closes in 13 days'],
    ])
    expect(received[0]?.email.text).toContain(`http://localhost:3000/returns/${trust.return.id}`)
    const progress = (await staff.get(path)).text
    expect(progress).toContain('1 of 1 letter gone')
    expect(progress).toContain('Done')
  })

  it.each([
    ['{organization}', 'Nothing is called {organization}. You can use {organisation}, {name}'],
    ['{name', 'A { or } stands alone.'],
  ])('refuses %s in a sentence, and keeps what was typed', async (odd, says) => {
    await make(db).employer()
    const staff = await networkPerson()
    const answer = await staff.post(CHASE, { ...written, type: 'nhs_trust', body: `Dear reader, ${odd} is late.` })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(says)
    expect(answer.text).toContain(`Dear reader, ${odd} is late.`)
    expect(answer.text).toContain('name="type" value="nhs_trust"')
  })

  it('says of everybody who gets none why not', async () => {
    const employer = (status?: 'submitted' | 'declined' | 'no_longer_required' | 'nil' | 'covered') =>
      make(db).employer(status ? { status } : {})
    await Promise.all([
      employer('submitted'),
      employer('nil'),
      employer('declined'),
      employer('covered'),
      employer('no_longer_required'),
    ])
    const bouncing = await employer()
    await sql.query('update people set bouncing_since = app_now() where id = $1', [bouncing.preparer.id])
    const nobody = await make(db).return()
    const told = await employer()
    const staff = await networkPerson()
    await sent(staff, {
      q: (
        await db
          .selectFrom('organisations')
          .select('name')
          .where('id', '=', told.organisationId)
          .executeTakeFirstOrThrow()
      ).name,
    })
    const page = (await staff.get(await draft(staff))).text
    for (const why of [
      'The return has been submitted',
      'The organisation declined',
      'The return is covered by another',
      'The return is no longer required',
      'There is nobody in that role to write to',
      'Mail to this address comes back',
      'They were written to too recently',
    ]) {
      expect(page).toContain(why)
    }
    expect(page).toContain('Nobody gets a letter as it is chosen now.')
    expect(page).not.toContain('/sending')
    expect(nobody.id).not.toBe('')
  })

  it('offers to write as well to those who were written to only just now, with one press', async () => {
    await make(db).employer()
    const staff = await networkPerson()
    await sent(staff)
    const page = (await staff.get(await draft(staff))).text
    expect(page).toContain('1 person is left out because they were written to in the last 2 days.')
    expect(page).toContain('Write to this person as well')
    const form = page.slice(page.indexOf('name="readers"') - 2_000, page.indexOf('Write to this person'))
    const fields = [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ])
    expect(Object.fromEntries(fields)).toMatchObject({ readers: 'preparers', recent: 'yes', subject: written.subject })
    const again = await draft(staff, { recent: 'yes', copies: '' })
    const text = (await staff.get(again)).text
    expect(text).toContain('Send 1 letter')
    expect(text).not.toContain('Write to this person as well')
  })

  it('is for one collection and the network: an analyst may look, an employer may not', async () => {
    const { preparer } = await make(db).employer()
    const analyst = await signIn((await make(db).person({ staffRole: 'analyst' })).email)
    const path = await draft(await networkPerson())
    expect((await analyst.get(CHASE)).text).not.toContain('See who gets it')
    expect((await analyst.get(path)).text).not.toContain('/sending')
    expect((await analyst.post(CHASE, written)).status).toBe(404)
    const employer = await signIn(preparer.email)
    for (const each of [CHASE, path, `${path}/progress.json`]) expect((await employer.get(each)).status).toBe(404)
    expect((await employer.post(`${path}/sending`, { mark: '1' })).status).toBe(404)
    await make(db).collection({ code: 'psw-2019' })
    expect((await analyst.get(path.replace('mhsw', 'psw'))).status).toBe(404)
    expect((await analyst.get(`${CHASE}/${randomUUID()}`)).status).toBe(404)
  })
})

describe('pressing the button', () => {
  it('sends nothing when the list has changed since, and shows it anew', async () => {
    const [one] = [await make(db).employer(), await make(db).employer()]
    const staff = await networkPerson()
    const path = await draft(staff)
    const mark = markIn((await staff.get(path)).text)
    await db.updateTable('returns').set({ status: 'submitted' }).where('id', '=', one.return.id).execute()
    const answer = await staff.post(`${path}/sending`, { mark })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('the list has changed')
    expect(answer.text).toContain('Send 1 letter')
    expect(await letters(sql)).toEqual([])
    await staff.post(`${path}/sending`, { mark: markIn(answer.text) })
    expect(await letters(sql)).toHaveLength(1)
  })

  it('makes one of it when two press the same at once', async () => {
    for (let count = 0; count < 3; count += 1) await make(db).employer()
    const [one, other] = [await networkPerson(), await networkPerson()]
    const path = await draft(one)
    const answers = await Promise.all([press(one, path), press(other, path), press(one, path)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await letters(sql)).toHaveLength(3)
  })

  it('writes to nobody twice when two have written the same and press at once', async () => {
    for (let count = 0; count < 3; count += 1) await make(db).employer()
    const [one, other] = [await networkPerson(), await networkPerson()]
    const paths = [await draft(one), await draft(other)] as const
    const marks = [markIn((await one.get(paths[0])).text), markIn((await other.get(paths[1])).text)] as const
    const answers = await Promise.all([
      one.post(`${paths[0]}/sending`, { mark: marks[0] }),
      other.post(`${paths[1]}/sending`, { mark: marks[1] }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await letters(sql)).toHaveLength(3)
  })
})

describe('letters on their way', () => {
  async function waiting(count: number) {
    for (let made = 0; made < count; made += 1) await make(db).employer()
    const staff = await networkPerson()
    return { staff, path: await sent(staff) }
  }

  it('are held back by a pause, and go when it is over', async () => {
    const { staff, path } = await waiting(3)
    await staff.post(`${path}/pause`)
    expect((await staff.get(path)).text).toContain('Paused: nothing goes until it is resumed')
    expect((await deliverTo()).received).toEqual([])
    expect((await staff.post(`${path}/pause`)).status).toBe(409)
    await staff.post(`${path}/resumption`)
    expect((await deliverTo()).received).toHaveLength(3)
  })

  it('are cancelled as far as they have not gone, which stands with each of them', async () => {
    const { staff, path } = await waiting(3)
    await sql.query(`update post set state = 'sent' where id = (select id from post limit 1)`)
    const answer = await staff.post(`${path}/cancellation`)
    expect(answer.status).toBe(303)
    expect((await staff.get(path)).text).toContain('Cancelled: 2 letters will not be sent.')
    expect((await deliverTo()).received).toEqual([])
    expect((await letters(sql)).map(({ state }) => state).sort()).toEqual(['not_needed', 'not_needed', 'sent'])
    expect((await letters(sql)).find(({ state }) => state === 'not_needed')?.state_reason).toBe(
      'It was cancelled before it was sent.',
    )
  })

  it('tell the script of the page how far they have got, which keeps nobody signed in', async () => {
    const { staff, path } = await waiting(2)
    await sql.query(`update sessions set seen_at = seen_at - interval '10 minutes'`)
    const seen = async () =>
      (await sql.query<{ seen_at: Date }>('select max(seen_at) as seen_at from sessions')).rows[0]?.seen_at
    const before = await seen()
    expect((await staff.get(`${path}/progress.json`)).body).toMatchObject({
      done: 0,
      of: 2,
      says: '0 of 2 letters gone',
      state: 'Being sent',
      moves: true,
      counts: { waiting: '2' },
    })
    expect(await seen()).toEqual(before)
    await deliverTo()
    expect((await staff.get(`${path}/progress.json`)).body).toMatchObject({ done: 2, state: 'Done', moves: false })
  })

  it('show the one that bounced, on the page of the letters, of the return, and among all letters', async () => {
    const { staff, path } = await waiting(3)
    const [first] = await letters(sql)
    await deliverTo({
      onRecipient: (address) => (address === first?.to_address ? answering(550, 'No such person here') : undefined),
    })
    const progress = (await staff.get(path)).text
    expect(progress).toContain('2 of 3 letters gone')
    expect(progress).toMatch(/What did not arrive[\s\S]*No such person here/)
    const campaign = path.split('/').at(-1) ?? ''
    const all = (await staff.get(`/network/post?campaign=${campaign}&state=failed`)).text
    expect(all.match(/data-label="State"/g)).toHaveLength(1)
    expect(all).toMatch(/Whose mail comes back[\s\S]*No such person here/)
    const { rows } = await sql.query<{ return_id: string; person_id: string }>(
      `select * from post where state = 'failed'`,
    )
    const aboutReturn = `/network/returns/${rows[0]?.return_id ?? ''}`
    expect((await staff.get(aboutReturn)).text).toContain('Try this address again')
    const answer = await staff.post(`${aboutReturn}/people/${rows[0]?.person_id ?? ''}/address`)
    expect(answer.headers.location).toBe(`${aboutReturn}#people`)
    expect((await staff.get(aboutReturn)).text).not.toContain('Try this address again')
  })

  it('are judged again: nobody gets one who has sent in the return since, and each says so', async () => {
    const { staff, path } = await waiting(2)
    const [first] = await letters(sql)
    await sql.query(`update returns set status = 'submitted' where id = (select return_id from post where id = $1)`, [
      first?.id,
    ])
    expect((await deliverTo()).received.flatMap(({ to }) => to)).not.toContain(first?.to_address)
    expect((await staff.get(path)).text).toMatch(/No longer needed<\/a><\/dt><dd data-progress-count="not_needed">1</)
  })
})

describe('how often somebody may be written to', () => {
  const reminded = async () => {
    const employer = await make(db).employer()
    await setClock(sql, '2020-01-27T09:00:01Z')
    await sendDueReminders(services)
    await deliverPost(services)
    return employer
  }

  it('leaves out whom a reminder has told just now, unless that is wanted', async () => {
    await reminded()
    const staff = await networkPerson()
    expect((await staff.get(await draft(staff))).text).toContain('They were written to too recently')
    expect((await staff.get(await draft(staff, { recent: 'yes' }))).text).toContain('Send 1 letter')
  })

  it('leaves out nobody two days later', async () => {
    await reminded()
    await setClock(sql, '2020-01-29T09:00:00Z')
    const staff = await networkPerson()
    expect((await staff.get(await draft(staff))).text).toContain('Send 1 letter')
  })

  it('does not remind whom a letter has told the day before, and says so with the reminder', async () => {
    await make(db).employer()
    await setClock(sql, '2020-02-02T15:00:00Z')
    const staff = await networkPerson()
    await sent(staff)
    await deliverPost(services)
    await setClock(sql, '2020-02-03T09:00:01Z')
    await sendDueReminders(services)
    await deliverPost(services)
    const [chase, reminder] = await letters(sql)
    expect([chase?.state, reminder?.state, reminder?.state_reason]).toEqual([
      'kept',
      'not_needed',
      'Its reader had been written to less than 2 days before.',
    ])
  })

  it('writes to a person of two organisations about both, once, and then leaves them alone for two days', async () => {
    const one = await make(db).employer()
    const other = await make(db).return()
    await make(db).member({ personId: one.preparer.id, organisationId: other.organisationId, role: 'preparer' })
    const staff = await networkPerson()
    await sent(staff)
    expect((await deliverTo()).received).toHaveLength(2)
    const page = (await staff.get(await draft(staff))).text
    expect(page).toContain('Nobody gets a letter as it is chosen now.')
  })

  it('writes to nobody more than eight times in sixty days, whatever is wanted', async () => {
    const { preparer } = await make(db).employer()
    await sql.query(
      `insert into post (kind, cause, person_id, to_name, to_address, subject, paragraphs, message_id, decided_at, state, told_on)
       select 'reminder', n, $1, 'D', 'd@b.example', 'Letter', '[]', n, app_now(), 'sent', date '2020-01-28' - n * 7
       from generate_series(1, 8) n`,
      [preparer.id],
    )
    const staff = await networkPerson()
    expect((await staff.get(await draft(staff, { recent: 'yes' }))).text).toContain(
      'They have been written to too often',
    )
  })
})

describe('a copy to those who sign', () => {
  it('goes in the last seven days only', async () => {
    const { signatory } = await make(db).employer()
    const staff = await networkPerson()
    expect((await staff.get(await draft(staff, { copies: 'yes' }))).text).toContain('Send 1 letter')
    await setClock(sql, '2020-02-05T10:00:00Z')
    await sent(staff, { copies: 'yes' })
    const { received } = await deliverTo()
    expect(received).toHaveLength(2)
    expect(received.find(({ to }) => to[0] === signatory.email)?.email.text).toContain(
      'This is a copy for you, who sign the return.',
    )
  })
})
