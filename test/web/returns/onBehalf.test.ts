import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import type { Visitor } from '../../support/signIn'
import { boxIn, startDraft } from './draft'

const test_ = useApp()
const { db, sql } = test_
const made = make(db)
const CUTOFF = '2020-02-11T00:00:00Z'

let draft: Awaited<ReturnType<typeof startDraft>>
let network: Visitor

const at = (section: string) => `/network/returns/${draft.id}/sections/${section}`
const save = (section: string, fields: Record<string, string>, as = network) => as.post(at(section), fields)
const kept = async (): Promise<unknown> =>
  (await sql.query('select address, cell from cells where return_id = $1 order by address', [draft.id])).rows

beforeEach(async () => {
  draft = await startDraft(test_)
  network = await test_.signIn((await made.person({ name: 'Nadia Orme', staffRole: 'network' })).email)
})

describe('figures given by telephone', () => {
  test('are entered in the form of the section, and history says by whom and by which route', async () => {
    const page = (await network.get(at('b'))).text
    expect(page).toContain(`action="${at('b')}"`)
    expect(page).not.toContain('data-autosave')
    const saved = await save('b', { 'sw_emp_in.hc': '41', 'sw_emp_in.wte': '36.20', version: '0' })
    expect([saved.status, saved.headers.location]).toEqual([303, at('b')])
    const { rows } = await sql.query(
      'select via, people.name from cell_changes join people on people.id = person_id where return_id = $1',
      [draft.id],
    )
    expect(rows).toEqual([
      { via: 'telephone', name: 'Nadia Orme' },
      { via: 'telephone', name: 'Nadia Orme' },
    ])
    const past = (await draft.as.get(draft.at('/history?cell=sw_emp_in.hc'))).text
    expect(past).toContain('Nadia Orme')
    expect(past).toContain('given by telephone')
  })

  test('are told to the employer on the section and in the list of sections, until they change them', async () => {
    await save('b', { 'sw_emp_in.hc': '41', 'sw_emp_in.wte': '36.20' })
    const said = '2 answers were entered by telephone by Nadia Orme of the network'
    expect(await draft.read('b')).toContain(said)
    expect(await draft.read('f')).not.toContain('entered by telephone')
    expect((await draft.as.get(draft.at())).text).toContain(said)
    await draft.save('b', { 'sw_emp_in.hc': '42' })
    expect(await draft.read('b')).toContain('1 answer was entered by telephone by Nadia Orme of the network')
  })

  test('that cannot be read come back with what was typed, and the others are kept', async () => {
    const page = await save('b', { 'sw_emp_in.hc': 'forty', 'sw_emp_in.wte': '36.20' })
    expect(page.status).toBe(422)
    expect(boxIn(page.text, 'sw_emp_in.hc')).toBe('forty')
    expect(await kept()).toEqual([{ address: 'sw_emp_in.wte', cell: { state: 'value', value: 36.2 } }])
  })

  test('clash with what the employer typed meanwhile, and neither is lost without asking', async () => {
    await draft.save('b', { 'sw_emp_in.hc': '41', version: '0' })
    const page = await save('b', { 'sw_emp_in.hc': '14', version: '0' })
    expect(page.status).toBe(409)
    expect(page.text).toContain('Somebody else changed this while you were typing')
    expect(page.text).toContain(`action="${at('b')}"`)
    const chosen = await save('b', {
      choosing: 'sw_emp_in.hc',
      'sw_emp_in.hc!mine': '14',
      'sw_emp_in.hc!theirs': '41',
      keep: 'mine',
      version: '1',
    })
    expect(chosen.status).toBe(303)
    expect(await kept()).toEqual([{ address: 'sw_emp_in.hc', cell: { state: 'value', value: 14 } }])
  })

  test('ask for an explanation as the employer is asked, on the network’s own page', async () => {
    await save('a', { has_mhsw: 'yes' })
    await save('b', {
      'sw_emp_in.hc': '500',
      'sw_emp_in.wte': '480',
      'sw_emp_out.hc': '0',
      'sw_emp_out.wte': '0',
      'sw_ext.hc': '0',
      'sw_ext.wte': '0',
    })
    const asked = (await network.get(`${at('b')}?saved=1`)).text
    expect(asked).toContain('Please explain')
    expect(asked).toContain(`action="${at('b')}"`)
    expect(asked).not.toContain(`href="${draft.at('/sections')}`)
  })

  test('undo a signature request, as the employer’s own changes do', async () => {
    await sql.query("update returns set status = 'awaiting_signature', requested_at = app_now() where id = $1", [
      draft.id,
    ])
    expect((await network.get(at('b'))).text).toContain('waiting for signature')
    await save('b', { 'sw_emp_in.hc': '41' })
    const { rows } = await sql.query(
      `select status, array(select kind from return_events where return_id = returns.id) as kinds
       from returns where id = $1`,
      [draft.id],
    )
    expect(rows).toEqual([{ status: 'in_progress', kinds: ['signature_undone'] }])
  })
})

describe('after the cutoff', () => {
  test('nothing is changed by telephone either, and what was typed stays on the page', async () => {
    await setClock(sql, '2020-02-10T23:59:57Z')
    expect((await save('b', { 'sw_emp_in.hc': '41' })).status).toBe(303)
    await setClock(sql, CUTOFF)
    const page = await save('b', { 'sw_emp_in.hc': '42' })
    expect(page.status).toBe(409)
    expect(page.text).toContain('An administrator can open it again.')
    expect(page.text).toContain('<dd>42</dd>')
    expect(page.text).not.toContain('reopening-requests')
    expect(await kept()).toEqual([{ address: 'sw_emp_in.hc', cell: { state: 'value', value: 41 } }])
    const late = await sql.query('select 1 from cell_changes where return_id = $1 and decided_at >= $2', [
      draft.id,
      CUTOFF,
    ])
    expect(late.rows).toEqual([])
    // It is read, not filled in.
    expect((await network.get(at('b'))).text).not.toContain('<form method="post" action="/network')
  })

  test('a section an administrator opened can be filled in, and no other', async () => {
    await setClock(sql, '2020-02-12T09:00:00Z')
    const admin = await test_.signIn((await made.person({ staffRole: 'admin' })).email)
    const asked = { until: '2020-02-14', reason: 'They could not reach the service', sections: 'b' }
    expect((await admin.post(`/network/returns/${draft.id}/extension`, asked)).status).toBe(303)
    expect((await save('b', { 'sw_emp_in.hc': '41' })).status).toBe(303)
    expect((await save('f', { amhp_emp_any: 'yes' })).status).toBe(409)
  })
})

test('an analyst reads a section and cannot enter anything', async () => {
  await draft.save('b', { 'sw_emp_in.hc': '41' })
  const analyst = await test_.signIn((await made.person({ staffRole: 'analyst' })).email)
  const page = await analyst.get(at('b'))
  expect(page.status).toBe(200)
  expect(page.text).toContain('41')
  expect(page.text).not.toContain(`action="${at('b')}"`)
  expect((await save('b', { 'sw_emp_in.hc': '42' }, analyst)).status).toBe(404)
})

test('the section that only a signatory fills in, and one that does not exist, cannot be entered by telephone', async () => {
  expect((await save('q', { decl_name: 'Ines Corrie' })).status).toBe(404)
  expect((await save('zz', {})).status).toBe(404)
})
