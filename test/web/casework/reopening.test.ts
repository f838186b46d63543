import { saveSection } from '../../../server/actions/saveSection'
import { arrivedNow } from '../../../server/clock'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import type { Visitor } from '../../support/signIn'

const { db, sql, services, signIn } = useApp()
const made = make(db)

let employer: Awaited<ReturnType<typeof made.employer>>
let admin: Visitor
let network: Visitor
let page: string

/** What comes of an employer's save of one section. */
async function edited(section: string, typed: Record<string, string>) {
  const outcome = await saveSection(services, {
    scope: { employer: employer.preparer.id },
    returnId: employer.return.id,
    sectionCode: section,
    typed,
    drawnAt: null,
    via: 'typed',
    arrival: arrivedNow(),
  })
  return outcome.kind === 'refused' ? outcome.because : outcome.kind
}

async function submitted(): Promise<void> {
  await sql.query(
    `with signed as (
       insert into submissions (return_id, number, reference, definition, cells, explained, hash, version, nil,
         identified, signed_by, decided_at)
       values ($1, 1, 'MHSW-' || $1::uuid, 'mhsw-2019', '{}', '[]', 'abc123', 1, false, true, $2, app_now()) returning id)
     update returns set status = 'submitted', standing_submission_id = signed.id from signed where returns.id = $1`,
    [employer.return.id, employer.signatory.id],
  )
}

beforeEach(async () => {
  await setClock(sql, '2020-02-10T12:00:00Z')
  employer = await made.employer()
  page = `/network/returns/${employer.return.id}`
  admin = await signIn((await made.person({ name: 'Ada Quill', staffRole: 'admin' })).email)
  network = await signIn((await made.person({ staffRole: 'network' })).email)
})

describe('a reopening of one section', () => {
  beforeEach(async () => {
    await submitted()
    await setClock(sql, '2020-02-12T10:00:00Z')
  })
  const asked = { until: '2020-02-14', reason: 'AMHP approvals were counted twice', sections: 'f' }

  test('opens that section and no other, and locks again by itself', async () => {
    expect(await edited('f', { amhp_emp_any: 'yes' })).toBe('locked')
    const answer = await admin.post(`${page}/reopening`, asked)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe(page)

    expect(await edited('b', { 'sw_emp_in.hc': '4' })).toBe('locked')
    expect(await edited('f', { amhp_emp_any: 'yes' })).toBe('saved')
    await setClock(sql, '2020-02-14T23:59:58Z')
    expect(await edited('f', { amhp_emp_any: 'no' })).toBe('saved')
    await setClock(sql, '2020-02-15T00:00:00Z')
    expect(await edited('f', { amhp_emp_any: 'yes' })).toBe('locked')
  })

  test('is told on the page: until when, which section, why, by whom, and what was changed', async () => {
    await admin.post(`${page}/reopening`, asked)
    const { text: told } = await admin.get(page)
    expect(told).toContain('Reopened until 11:59pm on Friday 14 February 2020. Section F.')
    await edited('f', { amhp_emp_any: 'yes' })
    await edited('f', { amhp_emp_any: 'no' })

    const { text } = await network.get(page)
    expect(text).toContain('Open until 11:59pm on Friday 14 February 2020, in 2 days')
    expect(text).toContain('Ada Quill reopened it until 11:59pm on Friday 14 February 2020')
    expect(text).toContain('AMHP approvals were counted twice')
    expect(text).toContain('Dilys Marlow changed 1 answer')
    expect(text).toContain('from <span class="was">Yes</span> to <span class="now">No</span>')
    expect(text).toContain(`MHSW-${employer.return.id}`)
    expect(text).toContain('abc123')
    expect(text).toContain('Stands')
  })

  test('keeps the submission standing', async () => {
    await admin.post(`${page}/reopening`, asked)
    const { rows } = await sql.query('select status, standing_submission_id from returns where id = $1', [
      employer.return.id,
    ])
    expect(rows[0]).toEqual({ status: 'reopened', standing_submission_id: expect.any(String) as string })
  })

  test('opens all sections where none is named', async () => {
    await admin.post(`${page}/reopening`, { until: '2020-02-14', reason: 'Everything' })
    expect(await edited('b', { 'sw_emp_in.hc': '4' })).toBe('saved')
    expect(await edited('f', { amhp_emp_any: 'yes' })).toBe('saved')
  })
})

describe('what is asked wrongly', () => {
  beforeEach(submitted)

  test.each([
    [{ until: '', reason: 'Because' }, 'Enter the last day as year, month and day, such as 2020-02-14.'],
    [{ until: '2020-02-30', reason: 'Because' }, 'Enter the last day as year, month and day, such as 2020-02-14.'],
    [{ until: '2020-02-09', reason: 'Because' }, 'Sunday 9 February 2020 is over. Choose today or a later day.'],
    [{ until: '2020-02-14', reason: ' x ' }, 'Say why, in 3 to 1,000 characters. The employer will read it.'],
    [{ until: '2020-02-14', reason: 'Because', sections: 'zz' }, 'There is no section “zz” that employers fill in.'],
    [{ until: '2020-02-14', reason: 'Because', sections: 'q' }, 'There is no section “q” that employers fill in.'],
  ])('is said beside its box, and nothing is opened: %j', async (typed, says) => {
    const answer = await admin.post(`${page}/reopening`, typed)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(says)
    expect(answer.text).toContain(`value="${typed.until}"`)
    const { rows } = await sql.query('select from openings where return_id = $1', [employer.return.id])
    expect(rows).toHaveLength(0)
  })

  test('can be the wrong state: more time is for those who have not submitted', async () => {
    const answer = await admin.post(`${page}/extension`, { until: '2020-02-14', reason: 'Flu' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Its state is “Submitted”. Reopen it instead.')
    expect(answer.text).toContain('2020-02-14')
  })

  test('can be the wrong state: nothing is reopened for who is no longer required', async () => {
    const other = await made.return({ status: 'no_longer_required' })
    const answer = await admin.post(`/network/returns/${other.id}/reopening`, { until: '2020-02-14', reason: 'Flu' })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Its state is “No longer required”.')
  })

  test('can be a day that everybody has already', async () => {
    const other = await made.return()
    const answer = await admin.post(`/network/returns/${other.id}/extension`, { until: '2020-02-10', reason: 'Flu' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Everybody has until 11:59pm on Monday 10 February 2020 already. Choose a later day.')
  })
})

describe('more time', () => {
  test('lets an employer who has not submitted go on after the close, until its end', async () => {
    const answer = await admin.post(`${page}/extension`, { until: '2020-02-17', reason: 'Flooded office' })
    expect(answer.status).toBe(303)
    await setClock(sql, '2020-02-17T23:59:00Z')
    expect(await edited('b', { 'sw_emp_in.hc': '4' })).toBe('saved')
    await setClock(sql, '2020-02-18T00:00:00Z')
    expect(await edited('b', { 'sw_emp_in.hc': '5' })).toBe('locked')
    expect((await network.get(page)).text).toContain('gave more time until 11:59pm on Monday 17 February 2020')
  })
})

describe('more time given on the page of a return', () => {
  const requestsNow = async () =>
    (
      await sql.query<{ reason: string; answer: string | null; opens: boolean }>(
        `select reason, answer, opening_id is not null as opens from opening_requests
         where return_id = $1 order by reason`,
        [employer.return.id],
      )
    ).rows

  test('grants what waits and fits into it, so that what came too late can be put in; whoever asked is told', async () => {
    const asked = { returnId: employer.return.id, askedBy: employer.contributor.id }
    await made.request({ ...asked, reason: 'F came late', typed: { amhp_emp_any: 'yes' } })
    await made.request({ ...asked, reason: 'H came late', typed: { 'demo_gender.male.hc': '4' } })
    await made.request({ ...asked, reason: 'We are late' })
    const wanted = { until: '2020-02-14', reason: 'Flooded office', sections: 'f' }
    const answer = await admin.post(`${page}/extension`, wanted)
    expect(answer.status).toBe(303)
    expect((await admin.get(page)).text).toContain('The requests for it are granted.')
    expect(await requestsNow()).toEqual([
      { reason: 'F came late', answer: 'granted', opens: true },
      { reason: 'H came late', answer: null, opens: false },
      { reason: 'We are late', answer: 'granted', opens: true },
    ])
    const { rows } = await sql.query<{ kind: string; to: string }>(
      `select kind, to_name as to from post where return_id = $1 order by kind, to_name`,
      [employer.return.id],
    )
    expect(rows.filter(({ kind }) => kind === 'request_granted').map(({ to }) => to)).toEqual([
      'Tomos Hale',
      'Tomos Hale',
    ])
    expect(rows.filter(({ kind }) => kind === 'extended').map(({ to }) => to)).toEqual(['Dilys Marlow', 'Ines Corrie'])
    expect((await (await signIn(employer.preparer.email)).get(`/returns/${employer.return.id}`)).text).toContain(
      'Put this answer in',
    )
  })
})

describe('who is not an administrator', () => {
  test('can look, but is offered no way to open a return, and finds none', async () => {
    const { text, status } = await network.get(page)
    expect(status).toBe(200)
    expect(text).not.toContain('Give more time')
    for (const kind of ['reopening', 'extension']) {
      const answer = await network.post(`${page}/${kind}`, { until: '2020-02-17', reason: 'Flooded office' })
      expect(answer.status).toBe(404)
    }
    expect((await admin.get(page)).text).toContain('Give more time')
  })
})

describe('one return', () => {
  test('shows who to ring, and the letters about it', async () => {
    await sql.query(`update people set telephone = '01632 960 123' where id = $1`, [employer.preparer.id])
    await sql.query(
      `insert into post (kind, cause, return_id, to_name, to_address, subject, paragraphs, message_id, decided_at)
       values ('reminder', $1, $2, 'Dilys Marlow', 'd@thornmere-trust.example', 'Seven days left', '[]', $1, app_now())`,
      [`reminder:${employer.return.id}`, employer.return.id],
    )
    const { text } = await network.get(page)
    expect(text).toContain('01632 960 123')
    expect(text).toContain('Contributor, section F')
    expect(text).toContain('Seven days left')
    expect(text).toContain('Waiting to go')
  })

  test('shows the answers of a section, and what is not asked', async () => {
    await edited('f', { amhp_emp_any: 'no' })
    await edited('b', { 'sw_emp_in.hc': '41', 'sw_emp_in.wte': '36.2' })
    const section = await network.get(`${page}/sections/b`)
    expect(section.status).toBe(200)
    expect(section.text).toContain('36.20')
    expect((await network.get(`${page}/sections/f`)).text).toContain('Not asked')
    expect((await network.get(`${page}/sections/zz`)).status).toBe(404)
  })

  test('tells in words what was answered instead of a figure', async () => {
    await edited('b', { 'sw_emp_in.hc': '41' })
    await edited('f', { amhp_emp_any: 'yes' })
    const { text } = await network.get(page)
    expect(text).toMatch(/from <span class="was">blank<\/span> to <span class="now">41<\/span>/)
  })
})
