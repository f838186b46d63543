import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { visible } from '../visible'
import { startDraft } from './draft'

const app = useApp()
const { sql } = app

const CLOSED = '2020-02-11T00:00:00Z'
const LATER = '2020-02-12T10:00:00Z'

type Draft = Awaited<ReturnType<typeof startDraft>>

const held = async ({ id }: Draft): Promise<Record<string, string>> => {
  const { rows } = await sql.query<{ name: string; value: string }>(
    'select name, value from late_typing where return_id = $1 order by name',
    [id],
  )
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

const requests = async ({ id }: Draft) =>
  (
    await sql.query<{
      id: string
      typed: Record<string, string>
      version: number
      used_at: Date | null
      put_in: string[]
    }>('select id, typed, version, used_at, put_in from opening_requests where return_id = $1 order by decided_at', [
      id,
    ])
  ).rows

const cell = async ({ id }: Draft, address: string): Promise<unknown> =>
  (
    await sql.query<{ cell: { value?: unknown; reason?: unknown } }>(
      'select cell from cells where return_id = $1 and address = $2',
      [id, address],
    )
  ).rows.map((row) => row.cell.value ?? row.cell.reason)[0]

/** A return in which some figures stand, just after its close. */
async function closed(): Promise<Draft> {
  const draft = await startDraft(app)
  await make(app.db).collection({})
  await draft.save('a', { has_mhsw: 'yes' })
  await draft.save('b', { 'sw_emp_in.hc': '40', 'sw_emp_in.wte': '36' })
  await setClock(sql, CLOSED)
  return draft
}

const ask = (draft: Draft, more: Record<string, string> = {}) =>
  draft.as.post(draft.at('/reopening-requests'), { reason: 'Payroll answered on the last evening.', ...more })

/** Opens what was asked for, as an administrator would: these sections, until the end of that day. */
async function granted(draft: Draft, sections: readonly string[], until = '2020-02-14') {
  const admin = await app.signIn((await make(app.db).person({ staffRole: 'admin', name: 'Ada Quill' })).email)
  const [request] = (await requests(draft)).slice(-1)
  const path = `/network/requests/${request?.id ?? ''}`
  const answer = await admin.post(`${path}/grant`, { until, reason: 'Payroll was late', sections: [...sections] })
  if (answer.status !== 303) throw new Error(`It was not granted: ${answer.status} ${visible(answer.text)}`)
  return draft.at(`/reopening-requests/${request?.id ?? ''}/answers`)
}

const version = async (draft: Draft): Promise<string> =>
  /name="version" value="(\d+)"/.exec((await draft.as.get(draft.at('/reopening-requests'))).text)?.[1] ?? ''

describe('what is typed after the close', () => {
  test('is held, from the forms of several sections, and is no part of the return', async () => {
    const draft = await closed()
    const page = await draft.save('b', { 'sw_emp_in.hc': '41', 'sw_emp_in.wte': '36' })
    expect(page.status).toBe(409)
    expect(visible(page.text)).toContain('It is held apart, and goes along when you ask for more time.')
    expect((await draft.save('d', { turnover_leavers: 'a few' })).status).toBe(409)
    expect((await draft.save('a', { contact_name: 'Dilys Marlow' })).status).toBe(409)
    expect(await held(draft)).toMatchObject({ 'sw_emp_in.hc': '41', contact_name: 'Dilys Marlow' })
    expect(await cell(draft, 'sw_emp_in.hc')).toBe(40)
    const tasks = visible((await draft.as.get(draft.at())).text)
    expect(tasks).toMatch(/\d answers came after the close: held apart, and not part of the return\./)
    const { rows } = await sql.query('select from cell_changes where return_id = $1 and decided_at >= $2', [
      draft.id,
      CLOSED,
    ])
    expect(rows).toHaveLength(0)
  })

  test('is held when a script saves it, too', async () => {
    const draft = await closed()
    const answer = await draft.patch('b', {
      version: 2,
      cells: { 'sw_emp_in.hc': '41', 'sw_emp_in.wte': null, 'sw_emp_out.wte': { not_collected: 'not_recorded' } },
    })
    expect([answer.status, (answer.body as { lockedSince?: string }).lockedSince]).toEqual([
      423,
      '2020-02-11T00:00:00.000Z',
    ])
    expect(await held(draft)).toEqual({
      'sw_emp_in.hc': '41',
      'sw_emp_in.wte': '',
      'sw_emp_out.wte!nc': 'not_recorded',
    })
  })

  test('is not an explanation that came back with its page as it stood there', async () => {
    const draft = await closed()
    const said = JSON.stringify({ state: 'value', value: 'We keep the week of the council.', of: 'x' })
    await sql.query(
      `insert into cells (return_id, address, cell, version, decided_at)
       values ($1, 'explain!B13', $2, 1, '2020-02-01T09:00:00Z')`,
      [draft.id, said],
    )
    await draft.save('b', { 'sw_emp_in.hc': '41', 'explain!B13': 'We keep the week of the council.' })
    expect(await held(draft)).toEqual({ 'sw_emp_in.hc': '41' })
    await draft.save('b', { 'explain!B13': 'We keep a week of our own now.' })
    expect(await held(draft)).toMatchObject({ 'explain!B13': 'We keep a week of our own now.' })
  })

  test('keeps what a button filled in as it would have been typed', async () => {
    const draft = await closed()
    await draft.save('b', { 'sw_emp_out.hc': '', 'sw_emp_out.wte': '', 'zero-fill': 'sw_emp_out' })
    expect(await held(draft)).toEqual({ 'sw_emp_out.hc': '0', 'sw_emp_out.wte': '0.00' })
  })

  test('is let go when it is typed back to what stands there; what a colleague typed stays', async () => {
    const draft = await closed()
    const colleague = await make(app.db).person({ organisationId: draft.organisationId, name: 'Tomos Hale' })
    const other = await app.signIn(colleague.email)
    await draft.save('b', { 'sw_emp_in.hc': '41' })
    await other.post(draft.at('/sections/b'), { 'sw_emp_in.hc': '43', 'sw_emp_in.wte': '37' })
    await draft.save('b', { 'sw_emp_in.hc': '40' })
    expect(await held(draft)).toEqual({ 'sw_emp_in.hc': '43', 'sw_emp_in.wte': '37' })
  })

  test('goes along with the request, from all the sections, with what the form carried', async () => {
    const draft = await closed()
    await draft.save('b', { 'sw_emp_in.hc': '41' })
    await draft.patch('a', { version: 2, cells: { contact_name: 'Dilys Marlow' } })
    const before = visible((await draft.as.get(draft.at('/reopening-requests'))).text)
    expect(before).toMatch(/People \(Dilys Marlow\) 41/)
    expect((await ask(draft, { 'sw_emp_out.hc': '2', reason: 'too short' })).status).toBe(422)
    expect(await requests(draft)).toHaveLength(0)
    expect((await ask(draft, { 'sw_emp_out.hc': '2', until: '2020-02-14' })).status).toBe(303)
    const [request] = await requests(draft)
    expect(request?.typed).toEqual({ 'sw_emp_in.hc': '41', contact_name: 'Dilys Marlow', 'sw_emp_out.hc': '2' })
    expect(await held(draft)).toEqual({})
    expect(visible((await draft.as.get(draft.at('/reopening-requests'))).text)).toContain('Not part of the return')
  })

  test('of a contributor is of their own sections; of the others they see nothing', async () => {
    const draft = await closed()
    const contributor = await draft.signInAs('contributor')
    await draft.save('b', { 'sw_emp_in.hc': '41' })
    await contributor.post(draft.at('/sections/f'), { amhp_emp_any: 'yes' })
    const page = (await contributor.get(draft.at('/reopening-requests'))).text
    expect(visible(page)).not.toContain('41')
    await contributor.post(draft.at('/reopening-requests'), { reason: 'The AMHP list came late.', 'sw_ext.hc': '9' })
    const [request] = await requests(draft)
    expect(request?.typed).toEqual({ amhp_emp_any: 'yes' })
    expect(await held(draft)).toEqual({ 'sw_emp_in.hc': '41' })
  })

  test('is not what a colleague changed since the page was drawn, which the form sends back as it was', async () => {
    const draft = await startDraft(app)
    await draft.save('b', { 'sw_emp_in.hc': '40', 'sw_emp_in.wte': '36' })
    await draft.save('b', { 'sw_emp_in.hc': '44' })
    await setClock(sql, CLOSED)
    const page = await draft.save('b', { version: '1', 'sw_emp_in.hc': '40', 'sw_emp_in.wte': '37' })
    expect(await held(draft)).toEqual({ 'sw_emp_in.wte': '37' })
    expect(page.text).not.toContain('name="sw_emp_in.hc" value="40"')
  })

  test('is not held while a submission may still be taken back', async () => {
    const draft = await startDraft(app)
    await make(app.db).submission({ returnId: draft.id, signedBy: draft.signatory.id })
    expect((await draft.save('b', { 'sw_emp_in.hc': '41' })).status).toBe(409)
    expect(await held(draft)).toEqual({})
  })
})

describe('what came too late, once it is granted', () => {
  async function asked(typed: Record<string, string> = { 'sw_emp_in.hc': '41', 'sw_emp_in.wte': '37.5' }) {
    const draft = await closed()
    await draft.save('b', typed)
    await draft.patch('a', { version: 2, cells: { contact_name: 'Dilys Marlow' } })
    await ask(draft)
    await setClock(sql, LATER)
    return draft
  }

  test('stands on the list of sections and with the request, each beside what is there, and goes in with one press', async () => {
    const draft = await asked()
    expect((await draft.as.get(draft.at())).text).not.toContain('put in now')
    const put = await granted(draft, ['a', 'b'])
    for (const path of ['', '/reopening-requests']) {
      const page = visible((await draft.as.get(draft.at(path))).text)
      expect(page).toContain('What came too late can be put in now')
      expect(page).toMatch(/People 40 41 Will be put in/)
      expect(page).toContain('Put these 3 answers in')
    }
    const answer = await draft.as.post(put, { version: await version(draft) })
    expect([answer.status, answer.headers.location]).toEqual([303, draft.at()])
    const page = visible((await draft.as.get(draft.at())).text)
    expect(page).toContain('3 answers put in.')
    expect(page).not.toContain('put in now')
    expect([await cell(draft, 'sw_emp_in.hc'), await cell(draft, 'sw_emp_in.wte')]).toEqual([41, 37.5])
    const { rows } = await sql.query(
      `select address, via, decided_at < '2020-02-15' as in_time from cell_changes
       where return_id = $1 and via = 'late' order by address`,
      [draft.id],
    )
    expect(rows).toEqual([
      { address: 'contact_name', via: 'late', in_time: true },
      { address: 'sw_emp_in.hc', via: 'late', in_time: true },
      { address: 'sw_emp_in.wte', via: 'late', in_time: true },
    ])
    expect((await draft.as.get(draft.at('/history'))).text).toContain('sent after the close, put in later')
  })

  test('goes in where its section is open; the rest stays to be read', async () => {
    const draft = await asked()
    const put = await granted(draft, ['b'])
    const page = visible((await draft.as.get(draft.at())).text)
    expect(page).toContain('Stays out: section A is closed')
    expect(page).toContain('Put these 2 answers in')
    expect((await draft.as.post(put, { version: await version(draft) })).status).toBe(303)
    expect(await cell(draft, 'contact_name')).toBeUndefined()
    const [request] = await requests(draft)
    expect(request?.put_in.sort()).toEqual(['sw_emp_in.hc', 'sw_emp_in.wte'])
    const after = visible((await draft.as.get(draft.at('/reopening-requests'))).text)
    expect(after).toMatch(/Dilys Marlow Not part of the return/)
    expect(after).toMatch(/41 Put in/)
  })

  test('says what cannot be read, and puts in the rest', async () => {
    const draft = await asked({ 'sw_emp_in.hc': 'a great many', 'sw_emp_in.wte': '37.5' })
    const put = await granted(draft, [])
    const page = visible((await draft.as.get(draft.at())).text)
    expect(page).toMatch(/a great many Cannot be put in/)
    expect(page).toContain('Put these 2 answers in')
    await draft.as.post(put, { version: await version(draft) })
    expect([await cell(draft, 'sw_emp_in.hc'), await cell(draft, 'sw_emp_in.wte')]).toEqual([40, 37.5])
  })

  test('is never put over what has been changed since without being asked', async () => {
    const draft = await asked()
    const put = await granted(draft, [])
    expect((await draft.save('b', { 'sw_emp_in.hc': '45' })).status).toBe(303)
    const seen = await version(draft)
    const undecided = await draft.as.post(put, { version: seen })
    expect(undecided.status).toBe(409)
    expect(visible(undecided.text)).toContain('Choose which to keep')
    expect(undecided.text).toMatch(/name="choose!sw_emp_in.hc" value="mine">/)
    expect(await cell(draft, 'sw_emp_in.wte')).toBe(36)

    await draft.save('b', { 'sw_emp_in.hc': '46' })
    const overtaken = await draft.as.post(put, { version: seen, 'choose!sw_emp_in.hc': 'mine' })
    expect(overtaken.status).toBe(409)
    expect(await cell(draft, 'sw_emp_in.hc')).toBe(46)

    const chosen = { version: await version(draft), 'choose!sw_emp_in.hc': 'theirs' }
    expect((await draft.as.post(put, chosen)).status).toBe(303)
    expect([await cell(draft, 'sw_emp_in.hc'), await cell(draft, 'sw_emp_in.wte')]).toEqual([46, 37.5])
    expect(visible((await draft.as.get(draft.at('/reopening-requests'))).text)).toMatch(/41 Not part of the return/)
  })

  test('is put over it where that was chosen', async () => {
    const draft = await asked()
    const put = await granted(draft, [])
    await draft.save('b', { 'sw_emp_in.hc': '45' })
    const chosen = { version: await version(draft), 'choose!sw_emp_in.hc': 'mine' }
    expect((await draft.as.post(put, chosen)).status).toBe(303)
    expect(await cell(draft, 'sw_emp_in.hc')).toBe(41)
  })

  test('goes in once, however often the button is pressed at the same time', async () => {
    const draft = await asked()
    const put = await granted(draft, [])
    const seen = await version(draft)
    const answers = await Promise.all(Array.from({ length: 6 }, () => draft.as.post(put, { version: seen })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409, 409, 409])
    expect(visible(answers.find(({ status }) => status === 409)?.text ?? '')).toContain('This has been put in already.')
    const { rows } = await sql.query(`select from cell_changes where return_id = $1 and via = 'late'`, [draft.id])
    expect(rows).toHaveLength(3)
  })

  test('goes in exactly until the section closes again', async () => {
    const draft = await asked()
    const put = await granted(draft, [])
    const seen = await version(draft)
    await setClock(sql, '2020-02-15T00:00:00Z')
    expect((await draft.as.get(draft.at())).text).not.toContain('put in now')
    const shut = await draft.as.post(put, { version: seen })
    expect(shut.status).toBe(409)
    expect(visible(shut.text)).toContain('This return closed at 11:59pm on Friday 14 February 2020.')
    expect((await requests(draft))[0]?.used_at).toBeNull()
    await setClock(sql, '2020-02-14T23:59:55Z')
    expect((await draft.as.post(put, { version: seen })).status).toBe(303)
  })

  test('is not for contributors, signatories, or anybody else', async () => {
    const draft = await asked()
    const put = await granted(draft, [])
    const others = [
      await draft.signInAs('contributor'),
      await draft.signInAs('signatory'),
      (await startDraft(app, { type: 'local_authority' })).as,
    ]
    await setClock(sql, LATER)
    for (const other of others) expect((await other.post(put, { version: '2' })).status).toBe(404)
    expect(visible((await (await draft.signInAs('signatory')).get(draft.at())).text)).not.toContain('put in now')
    const elsewhere = await startDraft(app)
    await setClock(sql, LATER)
    const theirs = put.replace(draft.id, elsewhere.id)
    expect((await elsewhere.as.post(theirs, { version: '2' })).status).toBe(404)
    expect((await draft.as.post(draft.at('/reopening-requests/none/answers'), {})).status).toBe(404)
    expect((await requests(draft))[0]?.used_at).toBeNull()
  })
})
