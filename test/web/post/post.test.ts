import { deliverPost } from '../../../server/actions/deliverPost'
import { sendDueReminders } from '../../../server/actions/sendDueReminders'
import { insertLetter } from '../../../server/db/post'
import { secretAddress } from '../../../server/domain/post/secretLinks'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { letters, startAfresh } from '../../support/post'

const { db, sql, services, signIn, visitor } = useApp()

const somebodyOf = async (staffRole: 'network' | 'analyst' | 'admin') =>
  signIn((await make(db).person({ staffRole })).email)

beforeEach(() => startAfresh(sql))

describe('the letters', () => {
  it('say first that there are none', async () => {
    const { text } = await (await somebodyOf('network')).get('/network/post')
    expect(text).toContain('No letters yet.')
  })

  it.each(['network', 'analyst', 'admin'] as const)('are listed for somebody of the network: %s', async (role) => {
    const { organisationId } = await make(db).employer()
    await db.updateTable('organisations').set({ name: 'Wrenbrook <b>' }).where('id', '=', organisationId).execute()
    await setClock(sql, '2020-01-27T09:00:00Z')
    await sendDueReminders(services)
    const { text } = await (await somebodyOf(role)).get('/network/post')
    expect(text).toContain('Wrenbrook &lt;b&gt;: your workforce return, due in 14 days')
    expect(text).toContain('9:00am on Monday 27 January 2020')
    expect(text).toContain('Waiting to go')
  })

  it('do not exist for others', async () => {
    const { preparer } = await make(db).employer()
    expect((await (await signIn(preparer.email)).get('/network/post')).status).toBe(404)
    expect((await visitor().get('/network/post')).status).toBe(302)
  })

  it('are narrowed to those in one state, with how many there are in each', async () => {
    for (let count = 0; count < 3; count += 1) await make(db).employer()
    await setClock(sql, '2020-01-27T09:00:00Z')
    await sendDueReminders(services)
    const [first] = await letters(sql)
    await sql.query(`update post set state = 'failed', state_reason = 'No such person.' where id = $1`, [first?.id])
    const staff = await somebodyOf('network')
    const failed = (await staff.get('/network/post?state=failed')).text
    expect(failed).toContain(first?.to_address)
    expect(failed.match(/data-label="State"/g)).toHaveLength(1)
    expect(failed).toMatch(/aria-current="true">Could not be delivered<span class="filters__count">1</)
    expect(failed).toMatch(/>Waiting to go<span class="filters__count">2</)
    expect((await staff.get('/network/post?state=sent')).text).toContain('No letter is in this state.')
    expect((await staff.get('/network/post?state=nonsense&page=-1')).text.match(/data-label="State"/g)).toHaveLength(3)
  })

  it('are found by the name or code of an organisation, and by a reader', async () => {
    const [one] = [await make(db).employer(), await make(db).employer()]
    await db.updateTable('organisations').set({ name: 'Penn_y Council' }).where('id', '=', one.organisationId).execute()
    await setClock(sql, '2020-01-27T09:00:00Z')
    await sendDueReminders(services)
    const staff = await somebodyOf('network')
    const shown = async (q: string) => {
      const { text } = await staff.get(`/network/post?${new URLSearchParams({ q }).toString()}`)
      return (text.match(/data-label="State"/g) ?? []).length
    }
    expect(await shown('penn_Y')).toBe(1)
    expect(await shown(one.preparer.email.toUpperCase())).toBe(1)
    expect(await shown('')).toBe(2)
    const nothing = (await staff.get('/network/post?q=Penn%25y&state=waiting')).text
    expect(nothing).toContain('No letter here is about, or to, anything like “Penn%y”.')
    expect(nothing).toMatch(/>All<span class="filters__count">0</)
    expect(nothing).toContain('href="/network/post?state=sent&amp;q=Penn%25y"')
  })

  it('are shown 50 at a time, the newest first', async () => {
    await sql.query(
      `insert into post (kind, cause, to_name, to_address, subject, paragraphs, message_id, decided_at)
       select 'reminder', n, 'Dilys', 'd@b.example', 'Letter ' || n || '.', '[]', n, timestamp '2020-01-01' + n * interval '1 hour'
       from generate_series(1, 60) n`,
    )
    const staff = await somebodyOf('network')
    const first = (await staff.get('/network/post')).text
    expect(first).toContain('Letter 60.')
    expect(first).not.toContain('Letter 10.')
    expect(first).toContain('href="/network/post?page=2"')
    const second = (await staff.get('/network/post?page=2')).text
    expect(second).toContain('Letter 10.')
    expect(second).toContain('href="/network/post"')
  })
})

describe('one letter', () => {
  it('shows its text, its link and what has become of it', async () => {
    const { return: madeReturn } = await make(db).employer()
    await setClock(sql, '2020-01-27T09:00:00Z')
    await sendDueReminders(services)
    await deliverPost(services)
    const [letter] = await letters(sql)
    const { text } = await (await somebodyOf('network')).get(`/network/post/${letter?.id ?? ''}`)
    expect(text).toContain('Dear Dilys Marlow,')
    expect(text).toContain('by 11:59pm on Monday 10 February 2020, in 14 days.')
    expect(text).toContain(`http://localhost:3000/returns/${madeReturn.id}"`)
    expect(text).toContain('no mail server has been set up')
    expect(text).toContain(letter?.message_id)
  })

  it.each(['3d7c1f0e-6a3b-4a6f-9b0e-1d2c3b4a5f60', 'nonsense'])('that is not there does not exist: %s', async (id) => {
    expect((await (await somebodyOf('network')).get(`/network/post/${id}`)).status).toBe(404)
  })
})

describe('a letter with a link that lets in whoever has it', () => {
  const link = { to: 'password', id: '3d7c1f0e-6a3b-4a6f-9b0e-1d2c3b4a5f60' } as const
  const address = `http://localhost:3000/password/${services.links.tokenOf(link)}`

  /** Whether somebody in this role sees the link in a letter to that reader. */
  async function seenBy(role: 'network' | 'admin', { sent = false, toStaff = false } = {}): Promise<boolean> {
    const reader = await make(db).person(toStaff ? { staffRole: 'admin' } : {})
    const button = { text: 'Choose a password', href: secretAddress('http://localhost:3000', link) }
    await db
      .transaction()
      .execute((tx) =>
        insertLetter(
          tx,
          { kind: 'password_reset', cause: `reset:${reader.id}`, returnId: null, decidedAt: new Date('2020-01-27') },
          { subject: 'A new password', paragraphs: ['You asked for it.'], button },
          { ...reader, name: 'Ines Corrie' },
        ),
      )
    await deliverPost(services)
    if (sent) await sql.query(`update post set state = 'sent'`)
    const [letter] = await letters(sql)
    const { text } = await (await somebodyOf(role)).get(`/network/post/${letter?.id ?? ''}`)
    expect(text).toContain('You asked for it.')
    return text.includes(address)
  }

  it('shows it where no mail server has carried it', async () => {
    expect(await seenBy('network')).toBe(true)
  })

  it('does not show it once it has been sent', async () => {
    expect(await seenBy('admin', { sent: true })).toBe(false)
  })

  it('shows it, to somebody of the network, to an administrator only', async () => {
    expect(await seenBy('network', { toStaff: true })).toBe(false)
  })

  it('shows it to an administrator', async () => {
    expect(await seenBy('admin', { toStaff: true })).toBe(true)
  })
})
