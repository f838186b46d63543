import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { filledIn, hidden, startWorkbook, textOf } from './workbookDraft'

const app = useApp()
const { sql } = app

const CLOSED = '2020-02-11T00:00:00Z'
const GONE_WITH = 'It is held apart, and goes along when you ask for more time.'

type Draft = Awaited<ReturnType<typeof startWorkbook>>

async function begun(): Promise<Draft> {
  const draft = await startWorkbook(app)
  await draft.save('a', { has_mhsw: 'yes' })
  await draft.save('b', { 'sw_emp_in.hc': '40', 'sw_emp_in.wte': '36' })
  return draft
}

const held = async ({ id }: Draft): Promise<Record<string, string>> => {
  const { rows } = await sql.query<{ name: string; value: string }>(
    'select name, value from late_typing where return_id = $1',
    [id],
  )
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

const csv = (answers: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(['address,value', ...Object.entries(answers).map(([name, value]) => `${name},${value}`)].join('\r\n'))

const requestOf = async ({ id }: Draft) =>
  (await sql.query<{ id: string }>('select id from opening_requests where return_id = $1', [id])).rows[0]?.id ?? ''

describe('a spreadsheet that comes after the close', () => {
  test('is held apart: only what it changes, and nothing of the return', async () => {
    const draft = await begun()
    const file = await draft.download()
    await setClock(sql, CLOSED)
    const answer = await draft.send(await filledIn(file, { 'sw_emp_in.hc': 41, 'sw_emp_out.hc': 2 }))
    expect(answer.status).toBe(409)
    expect(textOf(answer.text)).toContain(GONE_WITH)
    expect(answer.text).toContain(draft.at('/reopening-requests'))
    expect(answer.text).not.toContain('name="all"')
    expect(await held(draft)).toEqual({ 'sw_emp_in.hc': '41', 'sw_emp_out.hc': '2' })
    expect((await draft.cells())['sw_emp_in.hc']).toBe(40)
    expect(textOf((await draft.as.get(draft.at())).text)).toContain('2 answers came after the close')
  })

  test('goes along with the request, and goes in with one press once it is granted', async () => {
    const draft = await begun()
    await setClock(sql, CLOSED)
    await draft.send(csv({ 'sw_emp_in.hc': '41', contact_name: 'Dilys Marlow' }), draft.as, 'return.csv')
    await draft.as.post(draft.at('/reopening-requests'), { reason: 'Payroll answered on the last evening.' })
    expect(await held(draft)).toEqual({})
    const admin = await app.signIn((await make(app.db).person({ staffRole: 'admin' })).email)
    const request = await requestOf(draft)
    await admin.post(`/network/requests/${request}/grant`, { until: '2020-02-14', reason: 'Payroll was late' })
    const page = (await draft.as.get(draft.at())).text
    expect(textOf(page)).toContain('Put these 2 answers in')
    const put = await draft.as.post(draft.at(`/reopening-requests/${request}/answers`), {
      version: hidden(page, 'version'),
    })
    expect(put.status).toBe(303)
    expect(await draft.cells()).toMatchObject({ 'sw_emp_in.hc': 41, contact_name: 'Dilys Marlow' })
  })

  test('takes back what an earlier one said and it does not, but nothing that was typed on a page', async () => {
    const draft = await begun()
    const file = await draft.download()
    await setClock(sql, CLOSED)
    await draft.save('b', { 'sw_emp_out.hc': '3' })
    await draft.send(await filledIn(file, { 'sw_emp_in.hc': 410, 'sw_emp_in.wte': 37 }))
    await draft.send(await filledIn(file, { 'sw_emp_in.wte': 37.5 }))
    expect(await held(draft)).toEqual({ 'sw_emp_out.hc': '3', 'sw_emp_in.wte': '37.5' })
  })

  test('holds nothing where it still has what it was sent out with and a colleague has typed since', async () => {
    const draft = await begun()
    const file = await draft.download()
    await draft.save('b', { 'sw_emp_in.hc': '45' })
    await setClock(sql, CLOSED)
    await draft.send(await filledIn(file, { 'sw_emp_in.wte': 37 }))
    expect(await held(draft)).toEqual({ 'sw_emp_in.wte': '37' })
  })

  test('is held where it came in time and was confirmed too late', async () => {
    const draft = await begun()
    await draft.send(csv({ 'sw_emp_in.hc': '41' }), draft.as, 'return.csv')
    const page = await draft.changes()
    await setClock(sql, CLOSED)
    expect(textOf(await draft.changes())).toContain('Choose the file again')
    expect(await held(draft)).toEqual({})
    const seen = { upload: hidden(page, 'upload'), version: hidden(page, 'version'), all: '1', sections: 'b' }
    const answer = await draft.confirm(seen)
    expect(answer.status).toBe(409)
    expect(textOf(answer.text)).toContain(GONE_WITH)
    expect(await held(draft)).toEqual({ 'sw_emp_in.hc': '41' })
    expect((await draft.cells())['sw_emp_in.hc']).toBe(40)
  })

  test('of a contributor is held where it is of their sections', async () => {
    const draft = await begun()
    const contributor = await app.signIn(draft.contributor.email)
    await setClock(sql, CLOSED)
    const file = csv({ amhp_emp_any: 'yes', 'sw_emp_in.hc': '41' })
    expect((await draft.send(file, contributor, 'return.csv')).status).toBe(409)
    expect(await held(draft)).toEqual({ amhp_emp_any: 'yes' })
  })

  test('waits for its section where only another one is open again', async () => {
    const draft = await begun()
    await setClock(sql, CLOSED)
    const { id: grantedBy } = await make(app.db).person({ staffRole: 'admin' })
    await make(app.db).opening({ returnId: draft.id, grantedBy, untilAt: '2020-02-15T00:00:00Z' })
    await sql.query(`update openings set sections = '{a}' where return_id = $1`, [draft.id])
    const answer = await draft.send(csv({ 'sw_emp_in.hc': '41', contact_name: 'Dilys Marlow' }), draft.as, 'return.csv')
    expect(answer.status).toBe(303)
    expect(await held(draft)).toEqual({ 'sw_emp_in.hc': '41' })
    const page = await draft.changes()
    expect(textOf(page)).toContain(GONE_WITH)
    const seen = { upload: hidden(page, 'upload'), version: hidden(page, 'version'), all: '1' }
    expect((await draft.confirm(seen)).status).toBe(303)
    expect(await draft.cells()).toMatchObject({ 'sw_emp_in.hc': 40, contact_name: 'Dilys Marlow' })
  })

  test('says that the return was submitted, and holds nothing, while it may still be taken back', async () => {
    const draft = await begun()
    await make(app.db).submission({ returnId: draft.id, signedBy: draft.signatory.id })
    const answer = await draft.send(csv({ 'sw_emp_in.hc': '41' }), draft.as, 'return.csv')
    expect(answer.status).toBe(409)
    expect(textOf(answer.text)).toContain('The return is “Submitted”')
    expect(textOf(answer.text)).not.toContain('This closed at')
    expect(await held(draft)).toEqual({})
  })
})
