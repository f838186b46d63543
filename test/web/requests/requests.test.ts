import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import type { Visitor } from '../../support/signIn'
import { visible } from '../visible'

const app = useApp()
const { db, sql } = app
const made = make(db)

let admin: Visitor
let network: Visitor

beforeAll(async () => {
  await setClock(sql, '2020-02-12T10:00:00Z')
  admin = await app.signIn((await made.person({ name: 'Ada Quill', staffRole: 'admin' })).email)
  network = await app.signIn((await made.person({ staffRole: 'network' })).email)
})

const queue = '/network/collections/mhsw-2019/requests'

async function asked(given: { typed?: Record<string, string>; untilDay?: string; status?: 'submitted' } = {}) {
  const { status, ...what } = given
  const employer = await made.employer({})
  const returnId = employer.return.id
  if (status) await made.submission({ returnId, signedBy: employer.signatory.id })
  const { id } = await made.request({ returnId, askedBy: employer.preparer.id, ...what })
  return { ...employer, id, returnId, path: `/network/requests/${id}` }
}

const lettersTo = async (personId: string) =>
  (
    await sql.query<{ kind: string; subject: string; paragraphs: string[] }>(
      'select kind, subject, paragraphs from post where person_id = $1',
      [personId],
    )
  ).rows

const openingsOf = async (returnId: string) =>
  (
    await sql.query<{ kind: string; until_at: Date; sections: string[] | null; asked_by: string | null }>(
      'select kind, until_at, sections, asked_by from openings where return_id = $1',
      [returnId],
    )
  ).rows

const answerOf = async (id: string) =>
  (
    await sql.query<{ answer: string; answer_reason: string; opening_id: string | null }>(
      'select answer, answer_reason, opening_id from opening_requests where id = $1',
      [id],
    )
  ).rows[0]

describe('the queue', () => {
  test('shows who asks, when, why, until when, and what came too late beside what the return says', async () => {
    const { returnId } = await asked({
      typed: { 'sw_emp_in.wte': '37.5', 'sw_emp_in.hc': '41', has_mhsw: 'yes', 'sw_emp_out.wte!nc': 'not_recorded' },
      untilDay: '2020-02-14',
    })
    await sql.query(
      `insert into cells (return_id, address, cell, version, decided_at)
       values ($1, 'sw_emp_in.hc', '{"state": "value", "value": 40}', 1, '2020-02-01T09:00:00Z')`,
      [returnId],
    )
    const page = visible((await network.get(queue)).text)
    expect(page).toContain('Dilys Marlow asked at 8:00am on Tuesday 11 February 2020')
    expect(page).toContain('Until 11:59pm on Friday 14 February 2020.')
    expect(page).toContain('Our figures came late.')
    expect(page).toContain('4 answers came too late, not part of the return')
    expect(page).toMatch(/Nothing Yes .*People 40 41 .*WTE Nothing 37\.5 .*Nothing Not collected: /)
  })

  test('is read by the network and analysts, who are offered no way to answer', async () => {
    await asked()
    const [read, answered] = [(await network.get(queue)).text, (await admin.get(queue)).text]
    expect(read).not.toContain('Grant and tell them')
    expect(read).toContain('for an answer. Only an administrator can grant or refuse.')
    expect(answered).toContain('Grant and tell them')
    expect(answered).not.toContain('Only an administrator')
  })

  test('fills the form with what was asked for, and with the sections typed in', async () => {
    const { id } = await asked({ typed: { 'sw_emp_in.hc': '41', amhp_emp_any: 'yes' }, untilDay: '2020-02-20' })
    const { text } = await admin.get(queue)
    const form = text.slice(text.indexOf(`action="/network/requests/${id}/grant"`)).split('</form>')[0] ?? ''
    expect(form).toContain('value="2020-02-20"')
    expect(form).toContain('Our figures came late.</textarea>')
    expect([...form.matchAll(/value="(\w)" checked/g)].map(([, section]) => section)).toEqual(['b', 'f'])
  })
})

describe('a request that is granted', () => {
  const grant = { until: '2020-02-14', reason: 'Payroll was late', sections: ['b'] }

  test('opens the sections until the end of the day, and tells whoever asked, and their colleagues', async () => {
    const { id, path, returnId, preparer, signatory, contributor } = await asked({ typed: { 'sw_emp_in.hc': '41' } })
    const answer = await admin.post(`${path}/grant`, grant)
    expect([answer.status, answer.headers.location]).toEqual([303, queue])
    expect(await openingsOf(returnId)).toEqual([
      { kind: 'extension', until_at: new Date('2020-02-15T00:00:00Z'), sections: ['b'], asked_by: preparer.id },
    ])
    expect(await answerOf(id)).toMatchObject({ answer: 'granted', answer_reason: 'Payroll was late' })
    const [letter, ...others] = await lettersTo(preparer.id)
    expect(others).toEqual([])
    expect(letter?.kind).toBe('request_granted')
    expect(letter?.paragraphs.join(' ')).toContain('until 11:59pm on Friday 14 February 2020')
    expect(letter?.paragraphs.join(' ')).toContain('The answer that came too late is not part of the return yet.')
    expect((await lettersTo(signatory.id)).map(({ kind }) => kind)).toEqual(['extended'])
    expect(await lettersTo(contributor.id)).toEqual([])
    const page = visible((await network.get(`/network/returns/${returnId}`)).text)
    expect(page).toContain('granted what was asked')
    expect(page).toContain('gave more time until 11:59pm on Friday 14 February 2020')
  })

  test('reopens where a submission stands', async () => {
    const { path, returnId } = await asked({ status: 'submitted' })
    expect((await admin.post(`${path}/grant`, grant)).status).toBe(303)
    expect((await openingsOf(returnId)).map(({ kind }) => kind)).toEqual(['reopening'])
    const { rows } = await sql.query('select status, standing_submission_id from returns where id = $1', [returnId])
    expect(rows[0]).toEqual({ status: 'reopened', standing_submission_id: expect.any(String) as string })
  })

  test.each([
    [{ until: '', reason: 'Because' }, 'Enter the last day as year, month and day'],
    [{ until: '2020-02-11', reason: 'Because' }, 'Tuesday 11 February 2020 is over.'],
    [{ until: '2020-02-14', reason: '' }, 'Say why, in 3 to 1,000 characters.'],
    [{ until: '2020-02-14', reason: 'Because', sections: ['zz'] }, 'There is no section “zz”'],
  ])('comes back where it cannot be read: %j', async (typed, says) => {
    const { path, returnId, id } = await asked()
    const answer = await admin.post(`${path}/grant`, typed)
    expect(answer.status).toBe(422)
    expect(visible(answer.text)).toContain(says)
    expect(answer.text).toContain(`value="${typed.until}"`)
    expect(answer.text).toMatch(new RegExp(`href="#grant-(until|reason|sections)-${id}"`))
    expect(await openingsOf(returnId)).toEqual([])
  })

  test('is not possible for a return that is no longer required', async () => {
    const { path, returnId, id } = await asked()
    await sql.query(`update returns set status = 'no_longer_required' where id = $1`, [returnId])
    const answer = await admin.post(`${path}/grant`, grant)
    expect(answer.status).toBe(409)
    expect(visible(answer.text)).toContain('Nothing was done. Its state is “No longer required”.')
    expect((await answerOf(id))?.answer).toBeNull()
  })

  test('is granted once, when two administrators answer at the same time', async () => {
    const { path, returnId, preparer, id } = await asked()
    const other = await app.signIn((await made.person({ staffRole: 'admin' })).email)
    await other.get(queue)
    await other.csrf()
    const answers = await Promise.all([
      admin.post(`${path}/grant`, grant),
      other.post(`${path}/refusal`, { reason: 'It is too late now' }),
      other.post(`${path}/grant`, { ...grant, until: '2020-02-20' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(visible(refused?.text ?? '')).toContain('Somebody else has answered this since your page was drawn.')
    const granted = (await answerOf(id))?.answer === 'granted'
    expect(await openingsOf(returnId)).toHaveLength(granted ? 1 : 0)
    expect(await lettersTo(preparer.id)).toHaveLength(1)
  })

  test('is for administrators only', async () => {
    const { path, id } = await asked()
    expect((await network.post(`${path}/grant`, grant)).status).toBe(404)
    expect((await network.post(`${path}/refusal`, { reason: 'It is too late' })).status).toBe(404)
    expect((await answerOf(id))?.answer).toBeNull()
  })
})

describe('a request that is refused', () => {
  test('opens nothing, and tells whoever asked why', async () => {
    const { path, returnId, preparer, signatory, id } = await asked({ typed: { 'sw_emp_in.hc': '41' } })
    expect((await admin.post(`${path}/refusal`, { reason: ' ' })).status).toBe(422)
    expect((await admin.post(`${path}/refusal`, { reason: 'The release is made' })).status).toBe(303)
    expect(await openingsOf(returnId)).toEqual([])
    expect(await answerOf(id)).toEqual({ answer: 'refused', answer_reason: 'The release is made', opening_id: null })
    const [letter] = await lettersTo(preparer.id)
    expect(letter?.kind).toBe('request_refused')
    expect(letter?.paragraphs).toEqual(expect.arrayContaining(['The release is made']))
    expect(await lettersTo(signatory.id)).toEqual([])
    const theirs = await app.signIn(preparer.email)
    const page = visible((await theirs.get(`/returns/${returnId}/reopening-requests`)).text)
    expect(page).toContain('Refused: The release is made')
    expect(page).toMatch(/41 Not part of the return/)
  })
})
