import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'

const { db, sql, signIn } = useApp()
const made = make(db)

type Visitor = Awaited<ReturnType<typeof signIn>>
let employer: Awaited<ReturnType<typeof made.employer>>
let people: Record<'network' | 'colleague' | 'analyst' | 'admin' | 'preparer', Visitor>
const ids = { network: '', colleague: '' }
const at = (path = '') => `/network/returns/${employer.return.id}${path}`
const list = '/network/collections/mhsw-2019'

beforeAll(async () => {
  await setClock(sql, '2020-02-03T10:00:00Z')
  const person = (email: string, name: string, staffRole: 'network' | 'analyst' | 'admin') =>
    made.person({ email: `${email}@benchmarking.example`, name, staffRole })
  ids.network = (await person('network', 'Bron Castell', 'network')).id
  ids.colleague = (await person('colleague', 'Gil Marsh', 'network')).id
  await person('analyst', 'Ana Lys', 'analyst')
  await person('admin', 'Rosa Acht', 'admin')
  employer = await made.employer({ status: 'in_progress' })
  people = {
    network: await signIn('network@benchmarking.example'),
    colleague: await signIn('colleague@benchmarking.example'),
    analyst: await signIn('analyst@benchmarking.example'),
    admin: await signIn('admin@benchmarking.example'),
    preparer: await signIn(employer.preparer.email),
  }
})

const call = { kind: 'call', spoke_to: 'Petra Lowe', said: 'Waits for the figures of the night team.' }
const contacts = async () => (await sql.query('select * from contacts_made order by id')).rows as { id: number }[]

describe('a call', () => {
  test('is noted with what was said and promised, and counts as contact', async () => {
    const sent = await people.network.post(at('/calls'), { ...call, promised: '2020-02-05', reason: 'systems' })
    expect([sent.status, sent.headers.location]).toEqual([303, at()])
    const html = (await people.network.get(at())).text
    expect(html).toContain('Bron Castell rang Petra Lowe')
    expect(html).toContain('Waits for the figures of the night team.')
    expect(html).toContain('Promised for 5 February.')
    expect(html).toContain('Why it is late: the figures cannot be got out of the systems.')
    const listed = (await people.network.get(list)).text
    expect(listed).toContain('Call, 3 Feb')
    expect(listed).toContain('Promised for 5 February')
  })

  test('is never shown to the employer', async () => {
    for (const path of ['', '/history', '/check', '/queries', '/questions']) {
      const { text } = await people.preparer.get(`/returns/${employer.return.id}${path}`)
      expect(text).not.toContain('night team')
      expect(text).not.toContain('Bron Castell')
    }
  })

  test('leads back to the list it was noted from, and nowhere else', async () => {
    const note = { ...call, kind: 'note' }
    const from = `${list}?view=ring&type=local_authority#list`
    expect((await people.network.post(at('/calls'), { ...note, back: from })).headers.location).toBe(from)
    for (const back of ['https://elsewhere.example/', '//elsewhere.example', `${list}\\@elsewhere`, '/admin'])
      expect((await people.network.post(at('/calls'), { ...note, back })).headers.location).toBe(at())
  })

  test.each([
    ['nothing said', { said: ' ' }, 'Write what was said, in 3 to 2,000 characters.'],
    ['no kind of contact', { kind: 'visit' }, 'Choose whether it was a call, an email or a note.'],
    ['no such day', { promised: '2020-02-30' }, 'Enter the promised day as year, month and day'],
    ['a day that has passed', { promised: '2020-02-02' }, 'That day has passed.'],
    ['a day of another century', { promised: '2099-02-02' }, 'That day is more than a year away.'],
    ['a promise and none', { promised: '2020-02-05', no_promise: 'yes' }, 'Either enter the new day, or tick'],
    ['a reason of their own', { reason: 'lazy' }, 'Choose one of the reasons, or none.'],
  ])('with %s comes back with what was typed', async (_what, wrong, says) => {
    const before = await contacts()
    const sent = await people.network.post(at('/calls'), { ...call, ...wrong, spoke_to: 'Somebody else' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain(says)
    expect(sent.text).toContain('value="Somebody else"')
    expect(await contacts()).toEqual(before)
  })

  test('that promised a day which has passed says so, and for how long', async () => {
    const { rows } = await sql.query<{ day: string }>(
      "select ((app_now() at time zone 'Europe/London')::date - 3)::text as day",
    )
    await sql.query('update chasing set promised_on = $1 where return_id = $2', [rows[0]?.day, employer.return.id])
    expect((await people.network.get(at())).text).toContain(': that passed 3 days ago, and it is not in.')
  })

  test('may be promised for today, until the day is over in London', async () => {
    await setClock(sql, '2020-06-12T22:30:00Z')
    expect((await people.network.post(at('/calls'), { ...call, promised: '2020-06-12' })).status).toBe(303)
    await setClock(sql, '2020-06-12T23:30:00Z')
    expect((await people.network.post(at('/calls'), { ...call, promised: '2020-06-12' })).status).toBe(422)
    await setClock(sql, '2020-02-03T10:00:00Z')
  })

  test('is corrected by a further note, which is no further contact', async () => {
    await people.network.post(at('/calls'), { ...call, said: 'They promised Friday.', promised: '2020-02-07' })
    const [wrong] = (await contacts()).slice(-1)
    await setClock(sql, '2020-02-04T10:00:00Z')
    const form = (await people.network.get(at(`?correcting=${String(wrong?.id)}`))).text
    expect(form).toContain('Correct what was noted at 10:00am on Monday 3 February 2020')
    await people.colleague.post(at('/calls'), {
      kind: 'note',
      said: 'It was another council.',
      corrects: String(wrong?.id),
      no_promise: 'yes',
    })
    const html = (await people.network.get(at())).text
    expect(html).toContain('They promised Friday.')
    expect(html).toContain('Corrected since: It was another council.')
    expect(html).toContain('Gil Marsh corrected an earlier note')
    const { rows } = await sql.query('select promised_on, last_contact_at from chasing where return_id = $1', [
      employer.return.id,
    ])
    expect(rows).toEqual([{ promised_on: null, last_contact_at: expect.any(Date) }])
    expect((rows[0] as { last_contact_at: Date }).last_contact_at.toISOString()).toMatch(/^2020-02-03/)
    await setClock(sql, '2020-02-03T10:00:00Z')
  })

  test('of one return corrects none of another', async () => {
    const other = await made.return({})
    const [own] = await contacts()
    const sent = await people.network.post(`/network/returns/${other.id}/calls`, { ...call, corrects: String(own?.id) })
    expect(sent.status).toBe(404)
  })

  test('stays as it was noted', async () => {
    await expect(sql.query("update contacts_made set said = 'Something else'")).rejects.toThrow('insert only')
    await expect(sql.query('delete from contacts_made')).rejects.toThrow('insert only')
  })

  test('is read by analysts, who write none', async () => {
    const html = (await people.analyst.get(at())).text
    expect(html).toContain('night team')
    expect(html).not.toContain('Log a call')
    expect(html).not.toContain('Take this on')
    expect((await people.analyst.get(at('/beside'))).text).not.toContain('Log a call')
    expect((await people.analyst.post(at('/calls'), call)).status).toBe(404)
    expect((await people.preparer.post(at('/calls'), call)).status).toBe(404)
    expect((await people.preparer.get(at('/beside'))).status).toBe(404)
  })
})

describe('a return', () => {
  const owner = (who: Visitor, to: string) => who.post(at('/owner'), { to })
  const ownerId = async () =>
    (await sql.query('select owner_id from chasing where return_id = $1', [employer.return.id])).rows[0] as {
      owner_id: string | null
    }

  test('is taken on by one of two who press at once, and the other is told who has it', async () => {
    const answers = await Promise.all([owner(people.network, 'me'), owner(people.colleague, 'me')])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const { owner_id } = await ownerId()
    const winner = owner_id === ids.network ? 'Bron Castell' : 'Gil Marsh'
    const late = answers.find(({ status }) => status === 409)
    expect(late?.text).toContain(`is with ${winner}`)
    expect(late?.text).toContain(`${winner} has looked after it since 3 February. Nothing was changed.`)
    await owner(owner_id === ids.network ? people.network : people.colleague, 'nobody')
  })

  test('is shown with its owner, who lets go of it or hands it over', async () => {
    await owner(people.network, 'me')
    expect((await people.network.get(at())).text).toContain('You have looked after this since 3 February.')
    expect((await people.colleague.get(at())).text).toContain('Bron Castell has looked after this since 3 February.')
    expect((await people.colleague.get(list)).text).toContain('Bron Castell')
    expect((await owner(people.network, ids.colleague)).status).toBe(303)
    expect((await ownerId()).owner_id).toBe(ids.colleague)
    expect((await owner(people.network, 'nobody')).status).toBe(409)
    expect((await owner(people.colleague, 'nobody')).status).toBe(303)
    expect((await ownerId()).owner_id).toBeNull()
  })

  test('tells in its history who looked after it, to the network and not to its employer', async () => {
    await owner(people.network, 'me')
    await owner(people.network, ids.colleague)
    await owner(people.colleague, 'nobody')
    const told = (await people.network.get(at())).text
    expect(told).toContain('Bron Castell looks after it from here on')
    expect(told).toContain('Bron Castell handed it to Gil Marsh to look after')
    expect(told).toContain('Gil Marsh left it with nobody to look after it')
    expect((await people.preparer.get(`/returns/${employer.return.id}/history`)).text).not.toContain('look after')
  })

  test('is let go for somebody else by an administrator only', async () => {
    await owner(people.network, 'me')
    expect((await owner(people.admin, 'me')).status).toBe(409)
    expect((await owner(people.admin, 'nobody')).status).toBe(303)
    expect((await ownerId()).owner_id).toBeNull()
  })

  test('is taken on twice by one and the same without harm', async () => {
    expect((await owner(people.network, 'me')).status).toBe(303)
    expect((await owner(people.network, 'me')).status).toBe(303)
  })

  test('is not given to an employer, to an analyst, or to nobody known', async () => {
    for (const to of [employer.preparer.id, 'everybody', '', '00000000-0000-4000-8000-000000000000']) {
      const sent = await owner(people.network, to)
      expect(sent.status).toBe(422)
      expect(sent.text).toContain('Choose who is to look after it: one of the colleagues who chase returns.')
    }
    expect((await owner(people.analyst, 'me')).status).toBe(404)
    expect((await owner(people.preparer, 'me')).status).toBe(404)
  })
})
