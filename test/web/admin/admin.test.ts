import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import type { Visitor } from '../../support/signIn'

const { db, sql, signIn } = useApp()
const made = make(db)

let admin: Visitor
let adminId: string

beforeAll(async () => {
  await setClock(sql, '2020-01-27T09:05:00Z')
  await made.collection({ title: 'Social work 2019-20' })
  const { id, email } = await made.person({ name: 'Ada Quill', staffRole: 'admin' })
  adminId = id
  admin = await signIn(email)
})

const rows = async <T>(statement: string, values: unknown[] = []) =>
  (await sql.query<T & object>(statement, values)).rows

describe('the register of organisations', () => {
  const fields = {
    name: 'Harrowmere Council',
    type: 'local_authority',
    code: 'E06900001',
    cassr_code: '901',
    nhs_region: 'Y60',
    adass_region: 'E12000005',
    pop_registered: '',
    pop_resident: '300,000',
    pop_adults: '240000',
    email_domains: '@harrowmere-council.example\nadults.harrowmere.example',
    collections: 'mhsw-2019',
  }

  test('takes an organisation in, and asks it for a return', async () => {
    const answer = await admin.post('/admin/organisations', fields)
    expect(answer.status).toBe(303)
    const [kept] = await rows('select * from organisations where code = $1', ['E06900001'])
    expect(kept).toMatchObject({
      name: 'Harrowmere Council',
      cassr_code: '901',
      pop_registered: null,
      pop_resident: 300_000,
      email_domains: ['harrowmere-council.example', 'adults.harrowmere.example'],
    })
    const asked = await rows(
      'select status from returns join organisations o on o.id = organisation_id where o.code = $1',
      ['E06900001'],
    )
    expect(asked).toEqual([{ status: 'not_started' }])
    expect((await admin.get('/admin/organisations?q=harrow')).text).toContain('Harrowmere Council')
    expect((await admin.get('/admin/organisations?q=nowhere')).text).toContain('No organisation is called so')
  })

  test.each([
    [{ code: 'E06900001', cassr_code: '902' }, 'Another organisation has this code already.'],
    [{ code: 'E06900009', cassr_code: '901' }, 'Another organisation has this CASSR code already.'],
    [
      { code: 'T81', cassr_code: '' },
      '“T81” is not the code of this type of organisation, which is E06, E08, E09 or E10',
    ],
    [{ code: 'E06900009', cassr_code: '', type: 'guild' }, 'Choose a type.'],
    [{ code: 'E06900009', cassr_code: '', pop_adults: '12' }, 'The number of adults must be a whole number from 2,000'],
    [{ code: 'E06900009', cassr_code: '', email_domains: 'not a domain!' }, 'Write what comes after the @'],
  ])('says what is wrong, and keeps what was typed: %j', async (typed, says) => {
    const answer = await admin.post('/admin/organisations', { ...fields, name: 'Second Council', ...typed })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(says)
    expect(answer.text).toContain('Second Council')
    expect(await rows(`select from organisations where name = 'Second Council'`)).toHaveLength(0)
  })

  test('is put right', async () => {
    const { id } = await made.organisation({ name: 'Eastvale Cuoncil', type: 'local_authority', code: 'E08900001' })
    const { text } = await admin.get(`/admin/organisations/${id}`)
    expect(text).toContain('value="Eastvale Cuoncil"')
    const change = { ...fields, name: 'Eastvale Council', code: 'E08900001', cassr_code: '903', collections: [] }
    expect((await admin.post(`/admin/organisations/${id}`, change)).status).toBe(303)
    expect(await rows('select name from organisations where id = $1', [id])).toEqual([{ name: 'Eastvale Council' }])
    const clash = await admin.post(`/admin/organisations/${id}`, { ...change, cassr_code: '901' })
    expect(clash.status).toBe(422)
  })
})

describe('the directory of people', () => {
  test('takes somebody in for an employer, without a password', async () => {
    const { id: organisationId } = await made.organisation({ code: 'T82' })
    const fields = { name: 'Nia Thorpe', email: 'Nia@Thornmere.example', telephone: '01632 960 123' }
    const answer = await admin.post('/admin/people', { ...fields, role: 'signatory', organisation: 't82' })
    expect(answer.status).toBe(303)
    const kept = await rows(
      `select name, email, telephone, password_hash, role, organisation_id
       from people join memberships on person_id = id where email = 'nia@thornmere.example'`,
    )
    expect(kept).toEqual([
      {
        name: 'Nia Thorpe',
        email: 'nia@thornmere.example',
        telephone: '01632 960 123',
        password_hash: null,
        role: 'signatory',
        organisation_id: organisationId,
      },
    ])
    expect((await admin.get('/admin/people?q=nia%40')).text).toContain('Signatory for Thornmere Trust')
  })

  test.each([
    [{ email: 'nobody' }, 'Enter an email address'],
    [{ role: '' }, 'Choose what they do.'],
    [{ role: 'preparer', organisation: '' }, 'Enter the code of their organisation.'],
    [{ role: 'preparer', organisation: 'T99' }, 'No organisation has this code.'],
    [{ role: 'analyst', organisation: 'T82' }, 'Somebody of the network does not act for an employer too.'],
    [{ email: 'NIA@thornmere.example' }, 'Somebody has this address already.'],
    [{ telephone: 'ring me' }, 'Enter a telephone number'],
  ])('says what is wrong: %j', async (typed, says) => {
    const fields = {
      name: 'Owen Rudd',
      email: 'owen@benchmarking.example',
      telephone: '',
      role: 'analyst',
      organisation: '',
    }
    const answer = await admin.post('/admin/people', { ...fields, ...typed })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(says)
    expect(answer.text).toContain('value="Owen Rudd"')
    expect(await rows(`select from people where name = 'Owen Rudd'`)).toHaveLength(0)
  })

  test('changes what somebody does, and signs out at once whoever is deactivated', async () => {
    const employer = await made.employer()
    const theirs = await signIn(employer.contributor.email)
    const path = `/admin/people/${employer.contributor.id}`
    const code = 'T83'
    await sql.query('update organisations set code = $1 where id = $2', [code, employer.organisationId])
    await admin.post(`${path}/membership`, { organisation: code, role: 'preparer' })
    expect(await rows('select role from memberships where person_id = $1', [employer.contributor.id])).toEqual([
      { role: 'preparer' },
    ])
    expect((await theirs.get(`/returns/${employer.return.id}`)).status).toBe(200)
    expect((await admin.post(`${path}/access`, { access: 'ended' })).status).toBe(303)
    expect((await theirs.get(`/returns/${employer.return.id}`)).status).toBe(302)
    await expect(signIn(employer.contributor.email)).rejects.toThrow('could not sign in')
    await admin.post(`${path}/access`, { access: 'allowed' })
    expect((await (await signIn(employer.contributor.email)).get(`/returns/${employer.return.id}`)).status).toBe(200)
    await admin.post(`${path}/membership`, { organisation: code, role: 'none' })
    expect(await rows('select from memberships where person_id = $1', [employer.contributor.id])).toEqual([])
  })

  test('does not let an administrator shut themselves out', async () => {
    for (const [what, fields] of [
      ['access', { access: 'ended' }],
      ['staff-role', { staff_role: 'network' }],
    ] as const) {
      const answer = await admin.post(`/admin/people/${adminId}/${what}`, fields)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('You cannot change your own role or shut yourself out.')
    }
  })

  test('keeps the network and the employers apart', async () => {
    const employer = await made.employer()
    const toStaff = await admin.post(`/admin/people/${employer.preparer.id}/staff-role`, { staff_role: 'admin' })
    expect(toStaff.status).toBe(422)
    const { id } = await made.person({ staffRole: 'network' })
    const toEmployer = await admin.post(`/admin/people/${id}/membership`, { organisation: 'T82', role: 'preparer' })
    expect(toEmployer.status).toBe(422)
    expect((await admin.post(`/admin/people/${id}/staff-role`, { staff_role: 'analyst' })).status).toBe(303)
  })

  test('shows no password, in no writing', async () => {
    const { text } = await admin.get(`/admin/people/${adminId}`)
    expect(text).not.toMatch(/argon|\$v=/)
  })
})

describe('the dates of a collection', () => {
  const path = '/admin/collections/mhsw-2019'

  test('say what would move with them', async () => {
    const { text } = await admin.get(path)
    expect(text).toContain('Everybody has until 11:59pm on Monday 10 February 2020.')
    expect(text).toMatch(/With another last day, \d+ returns not submitted yet stay open until the end of that day\./)
  })

  test.each([
    [{ closes: '2020-01-26' }, 'That day is over. Choose today or a later day.'],
    [{ closes: 'soon' }, 'Enter the last day as year, month and day, such as 2020-02-10.'],
    [{ closes: '2020-02-12', reason: '' }, 'Say why, in 3 to 1,000 characters: it stands in the audit.'],
    [
      { closes: '2020-02-12', opens: '2020-01-08' },
      'It opened on Monday 6 January 2020, and that cannot be changed any more.',
    ],
  ])('do not become %j', async (typed, says) => {
    const answer = await admin.post(path, { reason: 'The minister asked', ...typed })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(says)
  })

  test('are moved for everybody, the last day counted whole', async () => {
    expect((await admin.post(path, { closes: '2020-06-12', reason: 'Snow' })).status).toBe(303)
    const kept = await rows<{ opens_at: Date; cutoff_at: Date }>('select opens_at, cutoff_at from collections')
    // In June London is an hour ahead.
    expect(kept).toEqual([{ opens_at: new Date('2020-01-06T00:00:00Z'), cutoff_at: new Date('2020-06-12T23:00:00Z') }])
    expect((await admin.get('/admin/collections')).text).toContain('11:59pm on Friday 12 June 2020')
    await admin.post(path, { closes: '2020-02-10', reason: 'It thawed' })
  })
})

describe('the audit', () => {
  test('tells what was done to returns, the latest first, a page at a time', async () => {
    const { return: ours } = await made.employer()
    for (let one = 1; one <= 51; one++) {
      await sql.query(
        `insert into return_events (return_id, kind, detail, person_id, decided_at)
         values ($1, 'reopened', $2, $3, app_now())`,
        [ours.id, { untilDay: '2020-02-14', reason: `Reason ${one}.`, sections: ['f'] }, adminId],
      )
    }
    const { text } = await admin.get('/admin/audit')
    expect(text).toContain('Ada Quill reopened it until 11:59pm on Friday 14 February 2020')
    expect(text.indexOf('Reason 51.')).toBeLessThan(text.indexOf('Reason 50.'))
    expect(text).not.toContain('Reason 1.')
    const [, older = ''] = /href="(\/admin\/audit\?before=\d+)"/.exec(text) ?? []
    expect((await admin.get(older)).text).toContain('Reason 1.')
  })
})

describe('the audit of what administrators did besides', () => {
  const told = async () => (await admin.get('/admin/audit?of=register')).text.replace(/\s+/g, ' ')

  test('tells of the dates, and why', async () => {
    await admin.post('/admin/collections/mhsw-2019', { closes: '2020-02-12', reason: 'The snow of the sixth' })
    await admin.post('/admin/collections/mhsw-2019', { closes: '2020-02-10', reason: 'It thawed again' })
    const text = await told()
    expect(text).toContain('Ada Quill changed the dates of Social work 2019-20')
    expect(text).toContain(
      'Closes: “11:59pm on Monday 10 February 2020” became “11:59pm on Wednesday 12 February 2020”.',
    )
    expect(text).toContain('The snow of the sixth')
    expect(text.indexOf('It thawed again')).toBeLessThan(text.indexOf('The snow of the sixth'))
  })

  test('tells of people: what they were and what they became', async () => {
    const { id } = await made.person({ name: 'Olwen Tarrant', staffRole: 'network' })
    await admin.post(`/admin/people/${id}/staff-role`, { staff_role: 'analyst' })
    await admin.post(`/admin/people/${id}/access`, { access: 'ended' })
    const text = await told()
    expect(text).toContain('Ada Quill changed who Olwen Tarrant is, or what they may do')
    expect(text).toContain('Role in the network: “network” became “analyst”.')
    expect(text).toContain('May sign in: “yes” became “no”.')
  })

  test('tells of organisations, and keeps nothing where nothing changed', async () => {
    expect(await told()).toContain('Ada Quill added the organisation Harrowmere Council')
    const { rowCount } = await sql.query(`select from register_events where kind = 'organisation_changed'`)
    expect(rowCount).toBe(1)
    expect(await told()).toContain('Name: “Eastvale Cuoncil” became “Eastvale Council”.')
  })

  test('cannot be changed afterwards', async () => {
    await expect(sql.query(`update register_events set about = 'somebody else'`)).rejects.toThrow('insert only')
  })
})

describe('the clock of a demonstration', () => {
  afterEach(() => setClock(sql, '2020-01-27T09:05:00Z'))

  test('moves to a moment in London, forwards and back', async () => {
    for (const [to, is] of [
      ['2020-02-10T23:58', '2020-02-10T23:58:00Z'],
      ['2020-06-01T09:00:30', '2020-06-01T08:00:30Z'],
      ['2020-01-06T08:00', '2020-01-06T08:00:00Z'],
    ] as const) {
      expect((await admin.post('/admin/clock', { to })).status).toBe(303)
      const [{ now } = { now: new Date(0) }] = await rows<{ now: Date }>('select app_now() as now')
      expect(Math.abs(now.getTime() - Date.parse(is))).toBeLessThan(60_000)
    }
  })

  test('offers the moments that matter', async () => {
    const { text } = await admin.get('/admin/clock')
    for (const to of ['2020-02-09T09:00', '2020-02-10T23:58', '2020-02-11T00:00'])
      expect(text).toContain(`value="${to}"`)
  })

  test.each(['', '2020-02-30T10:00', '2020-02-10T24:00', 'tomorrow'])('is not moved to “%s”', async (to) => {
    const answer = await admin.post('/admin/clock', { to })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Enter a day and a time in London, such as 2020-02-10T23:58.')
  })

  test('does not exist outside a demonstration', async () => {
    await sql.query('delete from demonstration')
    expect((await admin.get('/admin/clock')).status).toBe(404)
    expect((await admin.post('/admin/clock', { to: '2020-02-10T23:58' })).status).toBe(404)
    expect((await admin.get('/admin')).text).not.toContain('/admin/clock')
  })
})
