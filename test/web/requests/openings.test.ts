import { randomUUID } from 'node:crypto'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import type { Visitor } from '../../support/signIn'
import { visible } from '../visible'

const app = useApp()
const { db, sql } = app
const made = make(db)
const path = '/network/collections/mhsw-2019/openings'

let admin: Visitor
let network: Visitor

beforeAll(async () => {
  await setClock(sql, '2020-02-12T10:00:00Z')
  admin = await app.signIn((await made.person({ name: 'Ada Quill', staffRole: 'admin' })).email)
  network = await app.signIn((await made.person({ staffRole: 'network' })).email)
})

const given = { until: '2020-02-14', reason: 'Floods in the valley' }

const confirmed = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(form|chosen|until|reason)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  )

const openings = async (returnId: string): Promise<number> =>
  (await sql.query('select from openings where return_id = $1', [returnId])).rows.length

describe('more time for many at once', () => {
  test('is offered for those not submitted, narrowed by type, region, state and name', async () => {
    const council = await made.organisation({ type: 'local_authority', name: 'Harrowmere Council' })
    const waiting = await made.return({ organisationId: council.id, status: 'awaiting_signature' })
    const done = await made.return({ status: 'submitted' })
    const { text } = await admin.get(path)
    expect(text).toContain(waiting.id)
    expect(text).not.toContain(done.id)
    for (const query of ['type=local_authority', 'status=awaiting_signature', 'q=harrowm']) {
      expect((await admin.get(`${path}?${query}`)).text).toContain(waiting.id)
    }
    for (const query of ['type=nhs_trust', 'status=in_progress', 'q=nobody', 'region=Y56']) {
      expect((await admin.get(`${path}?${query}`)).text).not.toContain(waiting.id)
    }
    expect((await network.get(path)).text).not.toContain('Give several organisations more time')
  })

  test('is confirmed on a page that says how many and who; only then it is given, with a letter', async () => {
    const one = await made.employer({})
    const two = await made.employer({ type: 'local_authority' })
    const page = await admin.post(`${path}/chosen`, {
      ...given,
      returns: [one.return.id, two.return.id],
      sections: 'f',
    })
    expect(page.status).toBe(200)
    expect(visible(page.text)).toContain('Give 2 organisations more time until 11:59pm on Friday 14 February 2020?')
    expect(visible(page.text)).toContain('Section F')
    expect(await openings(one.return.id)).toBe(0)

    const answer = await admin.post(path, { ...confirmed(page.text), sections: 'f' })
    expect(answer.status).toBe(303)
    const result = visible((await admin.get(answer.headers.location ?? '')).text)
    expect(result).toContain('2 organisations have more time until 11:59pm on Friday 14 February 2020')
    for (const { return: each, preparer, signatory, contributor } of [one, two]) {
      const { rows } = await sql.query('select kind, sections, until_at from openings where return_id = $1', [each.id])
      expect(rows).toEqual([{ kind: 'extension', sections: ['f'], until_at: new Date('2020-02-15T00:00:00Z') }])
      const letters = await sql.query(
        `select person_id from post where kind = 'extended' and return_id = $1 order by person_id`,
        [each.id],
      )
      expect(letters.rows.map((row: { person_id: string }) => row.person_id)).toEqual(
        [preparer.id, signatory.id].sort(),
      )
      expect(letters.rows).not.toContainEqual({ person_id: contributor.id })
    }
  })

  test('lets them save exactly until the end of the day, in the sections named', async () => {
    const { return: its, preparer } = await made.employer({})
    const page = await admin.post(`${path}/chosen`, { ...given, returns: its.id, sections: 'f' })
    await admin.post(path, { ...confirmed(page.text), sections: 'f' })
    const theirs = await app.signIn(preparer.email)
    const save = (section: string, typed: Record<string, string>) =>
      theirs.post(`/returns/${its.id}/sections/${section}`, typed)
    await setClock(sql, '2020-02-14T23:59:55Z')
    expect((await save('b', { 'sw_emp_in.hc': '4' })).status).toBe(409)
    expect((await save('f', { amhp_emp_any: 'yes' })).status).toBe(303)
    await setClock(sql, '2020-02-15T00:00:00Z')
    expect((await save('f', { amhp_emp_any: 'no' })).status).toBe(409)
    await setClock(sql, '2020-02-12T10:00:00Z')
  })

  test('is given once, however often and at the same time the form is sent', async () => {
    const { return: its } = await made.employer({})
    const page = await admin.post(`${path}/chosen`, { ...given, returns: its.id })
    const form = confirmed(page.text)
    const answers = await Promise.all(Array.from({ length: 5 }, () => admin.post(path, form)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    expect(await openings(its.id)).toBe(1)
    const { rows } = await sql.query(`select from post where kind = 'extended' and return_id = $1`, [its.id])
    expect(rows).toHaveLength(2)
  })

  test('says of each why not, and goes on with the others', async () => {
    const late = await made.employer({})
    const gone = await made.employer({})
    const page = await admin.post(`${path}/chosen`, { ...given, returns: [late.return.id, gone.return.id] })
    await made.submission({ returnId: gone.return.id, signedBy: gone.signatory.id })
    const answer = await admin.post(path, confirmed(page.text))
    const result = visible((await admin.get(answer.headers.location ?? '')).text)
    expect(result).toContain('1 organisation has more time')
    expect(result).toContain('Its state is “Submitted”. Reopen it instead.')
    expect([await openings(late.return.id), await openings(gone.return.id)]).toEqual([1, 0])
  })

  test('takes all that are listed, narrowed as they are', async () => {
    const organisation = await made.organisation({ name: 'Quillon Trust' })
    const its = await made.return({ organisationId: organisation.id })
    const page = await admin.post(`${path}/chosen`, { ...given, all: 'yes', q: 'quillon' })
    expect(visible(page.text)).toContain('Give 1 organisation more time')
    expect(confirmed(page.text).chosen).toBe(its.id)
  })

  test.each([
    [{ ...given }, 'Tick at least one organisation.'],
    [{ ...given, until: '2020-02-10', all: 'yes' }, 'That day is over.'],
    [{ ...given, until: 'soon', all: 'yes' }, 'Enter the last day as year, month and day'],
    [{ ...given, reason: '', all: 'yes' }, 'Say why, in 3 to 1,000 characters.'],
  ])('is asked for again where it cannot be read: %j', async (typed, says) => {
    await made.return()
    const page = await admin.post(`${path}/chosen`, typed)
    expect(page.status).toBe(422)
    expect(visible(page.text)).toContain(says)
  })

  test('is not for the network, nor for returns of another collection', async () => {
    const { return: its } = await made.employer({})
    expect((await network.post(`${path}/chosen`, { ...given, returns: its.id })).status).toBe(404)
    expect((await network.post(path, { ...given, form: randomUUID(), chosen: its.id })).status).toBe(404)
    const other = await made.collection({ code: 'psw-2019', title: 'Peer support 2019-20' })
    const elsewhere = await made.return({ organisationId: its.organisationId, collectionId: other.id })
    const page = await admin.post(path, { ...given, form: randomUUID(), chosen: elsewhere.id })
    expect(page.status).toBe(422)
    expect(await openings(elsewhere.id)).toBe(0)
  })
})

describe('the list of extensions and reopenings', () => {
  test('says of each who asked, who granted it, why, when and until when; as a file, too', async () => {
    const employer = await made.employer({})
    const { id } = await made.request({ returnId: employer.return.id, askedBy: employer.preparer.id })
    await admin.post(`/network/requests/${id}/grant`, {
      until: '2020-02-20',
      reason: '=Flu, "all" week',
      sections: ['b', 'f'],
    })
    const { rows } = await sql.query<{ name: string; code: string }>(
      'select name, code from organisations where id = $1',
      [employer.organisationId],
    )
    const [{ name, code } = { name: '', code: '' }] = rows
    expect(visible((await network.get(path)).text)).toContain(
      `${name} More time Sections B and F 11:59pm on Thursday 20 February 2020 =Flu, "all" week Dilys Marlow Ada Quill 10:0`,
    )
    const file = await network.get(`${path}.csv`)
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.text).toContain(
      'Organisation,Code,Kind,Sections,Until and including,Reason,Asked by,Granted by,Decided',
    )
    expect(file.text).toContain(
      `${name},${code},More time,Sections B and F,2020-02-20,"'=Flu, ""all"" week",Dilys Marlow`,
    )
  })
})
