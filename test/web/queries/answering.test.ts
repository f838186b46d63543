import { randomUUID } from 'node:crypto'
import { openQueriesByReturn } from '../../../server/db/queries'
import { valueCell } from '../../../server/domain/survey/cells'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { csvRecords } from '../../support/csvRecords'
import { make } from '../../support/make'
import type { Visitor } from '../../support/signIn'

const app = useApp()
const { db, sql } = app
const made = make(db)

const cells = { 'amhp_emp.hc': valueCell(12), 'sw_emp_in.hc': valueCell(41) }
const answer = 'It is right: three people joined the rota in June.'

let employer: Awaited<ReturnType<typeof made.employer>>
let preparer: Visitor
let contributor: Visitor
let network: Visitor
let staffId: string
let at: (path?: string) => string

const query = (address: string) => made.query({ returnId: employer.return.id, raisedBy: staffId, address, figures: {} })
const standing = async (id: string) =>
  (await sql.query<{ state: string }>('select state from queries where id = $1', [id])).rows[0]?.state
const kinds = async () =>
  (
    await sql.query<{ kind: string }>('select kind from return_events where return_id = $1 order by id', [
      employer.return.id,
    ])
  ).rows.map(({ kind }) => kind)

beforeEach(async () => {
  await setClock(sql, '2020-02-17T10:00:00Z')
  employer = await made.employer()
  await made.submission({ returnId: employer.return.id, signedBy: employer.signatory.id, cells })
  const staff = await made.person({ name: 'Nadia Orme', staffRole: 'network' })
  staffId = staff.id
  network = await app.signIn(staff.email)
  preparer = await app.signIn(employer.preparer.email)
  contributor = await app.signIn(employer.contributor.email)
  at = (path = '') => `/returns/${employer.return.id}${path}`
})

describe('an answer', () => {
  test('says why a figure is right, once: of two at the same moment one is kept', async () => {
    const { id } = await query('amhp_emp.hc')
    const post = (as: Visitor, says: string) => as.post(at(`/queries/${id}/answer`), { answer: says })
    const both = await Promise.all([post(preparer, `${answer} One.`), post(contributor, `${answer} Two.`)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const late = both.find(({ status }) => status === 409)?.text
    expect(late).toContain('somebody was quicker')
    expect(await standing(id)).toBe('answered')
    expect(await kinds()).toEqual(['query_answered'])
  })

  test('waits for no employer any more, and the network may accept it or ask again', async () => {
    const { id } = await query('amhp_emp.hc')
    expect(await openQueriesByReturn(db, [employer.return.id])).toEqual(new Map([[employer.return.id, 1]]))
    await preparer.post(at(`/queries/${id}/answer`), { answer })
    expect(await openQueriesByReturn(db, [employer.return.id])).toEqual(new Map())
    const page = (await network.get(`/network/queries/${id}`)).text
    expect(page).toContain('three people joined the rota in June')
    expect((await network.post(`/network/queries/${id}/again`, { question: 'no' })).status).toBe(422)
    const again = { question: 'Which of your teams did they join?' }
    expect((await network.post(`/network/queries/${id}/again`, again)).status).toBe(303)
    expect((await network.post(`/network/queries/${id}/acceptance`)).status).toBe(409)
    expect((await preparer.get(at('/queries'))).text).toContain('Which of your teams did they join?')
    await preparer.post(at(`/queries/${id}/answer`), { answer: 'The crisis team, all three of them.' })
    expect((await network.post(`/network/queries/${id}/acceptance`)).status).toBe(303)
    expect(await standing(id)).toBe('settled')
    expect(await kinds()).toEqual(['query_answered', 'query_asked', 'query_answered', 'query_settled'])
    const letters = await sql.query("select subject from post where kind = 'query_asked' and return_id = $1", [
      employer.return.id,
    ])
    expect(letters.rows).toHaveLength(1)
  })

  test('that says nothing comes back with what was typed', async () => {
    const { id } = await query('amhp_emp.hc')
    const page = await preparer.post(at(`/queries/${id}/answer`), { answer: 'Yes' })
    expect(page.status).toBe(422)
    expect(page.text).toContain(`href="#answer-${id}"`)
    expect(page.text).toMatch(/>\s*Yes<\/textarea>/)
    expect(await standing(id)).toBe('asked')
  })

  test('is not needed any more once the network has said so, with the reason', async () => {
    const { id } = await query('amhp_emp.hc')
    expect((await network.post(`/network/queries/${id}/dismissal`, { reason: '' })).status).toBe(422)
    const reason = 'We asked about the wrong year.'
    expect((await network.post(`/network/queries/${id}/dismissal`, { reason })).status).toBe(303)
    const page = (await preparer.get(at('/queries'))).text
    expect(page).toContain(reason)
    expect(page).toContain('Nothing waits for your answer.')
    expect((await preparer.post(at(`/queries/${id}/answer`), { answer })).status).toBe(409)
  })
})

describe('who sees a question', () => {
  test('a contributor sees those of the sections they were given, on every page', async () => {
    const theirs = await query('amhp_emp.hc')
    const other = await query('sw_emp_in.hc')
    const page = (await contributor.get(at('/queries'))).text
    expect(page).toContain(theirs.id)
    expect(page).not.toContain(other.id)
    expect(page).not.toContain('You and your partners')
    expect((await contributor.get(at())).text).toContain('The network asks about 1 figure')
    expect((await contributor.post(at(`/queries/${other.id}/answer`), { answer })).status).toBe(404)
    expect((await contributor.post(at(`/queries/${theirs.id}/correction`))).status).toBe(404)
    await preparer.post(at(`/queries/${other.id}/answer`), { answer: 'Section B only: forty-one is right.' })
    expect((await contributor.get(at('/history'))).text).not.toContain('forty-one')
    expect((await preparer.get(at('/history'))).text).toContain('forty-one')
  })

  test('a signatory reads them', async () => {
    const { id } = await query('amhp_emp.hc')
    const signatory = await app.signIn(employer.signatory.email)
    const page = (await signatory.get(at('/queries'))).text
    expect(page).toContain('Is this figure right?')
    expect(page).not.toContain('<textarea')
    expect((await signatory.post(at(`/queries/${id}/answer`), { answer })).status).toBe(404)
  })

  test('to another organisation it does not exist, not even under a return of its own', async () => {
    const { id } = await query('amhp_emp.hc')
    const other = await made.employer()
    await made.submission({ returnId: other.return.id, signedBy: other.signatory.id, cells })
    const theirs = await app.signIn(other.preparer.email)
    expect((await theirs.get(at('/queries'))).status).toBe(404)
    expect((await theirs.post(at(`/queries/${id}/answer`), { answer })).status).toBe(404)
    const within = `/returns/${other.return.id}/queries/${id}`
    expect((await theirs.post(`${within}/answer`, { answer })).status).toBe(404)
    expect((await theirs.post(`${within}/answer`, { answer: '' })).status).toBe(404)
    expect((await theirs.post(`${within}/correction`)).status).toBe(404)
    expect(await standing(id)).toBe('asked')
  })
})

describe('asking', () => {
  const ask = async (fields: Record<string, string> = {}) => {
    const { rows } = await sql.query<{ id: string }>('select standing_submission_id as id from returns where id = $1', [
      employer.return.id,
    ])
    return network.post(`/network${at('/queries')}`, {
      about: 'amhp_emp.hc',
      form: randomUUID(),
      submission: rows[0]?.id ?? '',
      question: 'Is this the whole rota?',
      ...fields,
    })
  }
  const count = async () =>
    (await sql.query('select 1 from queries where return_id = $1', [employer.return.id])).rows.length

  test('twice with one form asks once', async () => {
    const form = randomUUID()
    expect((await ask({ form })).status).toBe(303)
    expect((await ask({ form })).status).toBe(303)
    expect(await count()).toBe(1)
  })

  test('about a figure of a submission that another has replaced is refused, with what was written', async () => {
    const page = await ask({ submission: randomUUID() })
    expect(page.status).toBe(409)
    expect(page.text).toContain('Is this the whole rota?')
    expect(await count()).toBe(0)
  })

  test('about what was not submitted, or is no box of the survey, is not found', async () => {
    expect((await ask({ about: 'est_wte' })).status).toBe(404)
    expect((await ask({ about: '' })).status).toBe(404)
    expect((await network.get(`/network${at('/queries')}?about=none.such`)).status).toBe(404)
    expect(await count()).toBe(0)
  })

  test('needs a question', async () => {
    const page = await ask({ question: 'Why?' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Write your question in 10 to 2,000 characters')
  })
})

test('the list of a collection is narrowed and downloaded, with what anybody wrote as text', async () => {
  const { id } = await query('amhp_emp.hc')
  await query('sw_emp_in.hc')
  await preparer.post(at(`/queries/${id}/answer`), { answer: '=HYPERLINK("http://harm.example") it is right' })
  const { rows } = await sql.query<{ name: string }>('select name from organisations where id = $1', [
    employer.organisationId,
  ])
  const name = rows[0]?.name ?? ''
  const narrowed = `state=answered&q=${encodeURIComponent(name.toUpperCase())}`
  const page = (await network.get(`/network/collections/mhsw-2019/queries?${narrowed}`)).text
  expect(page).toContain('1 question<')
  const file = await network.get(`/network/collections/mhsw-2019/queries.csv?${narrowed}`)
  expect(file.headers['content-type']).toContain('text/csv')
  const records = csvRecords(file.text)
  expect(records.map(({ Organisation, State }) => [Organisation, State])).toEqual([[name, 'Answered']])
  expect(records[0]?.Answer).toMatch(/^'=HYPERLINK/)
})
