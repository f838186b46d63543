import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { boxIn, reasonIn, startDraft } from './draft'

const employers = useApp()

async function begin() {
  const draft = await startDraft(employers)
  await draft.save('a', { has_mhsw: 'yes' })
  const { rows } = await employers.sql.query<{ version: number }>('select version from returns where id = $1', [
    draft.id,
  ])
  return { ...draft, version: rows[0]?.version ?? 0 }
}

describe('an autosave', () => {
  test('saves boxes, and says the version, the time, the totals, the problems and the queries', async () => {
    const draft = await begin()
    const answer = await draft.patch('b', {
      version: draft.version,
      cells: {
        'sw_emp_in.hc': '41',
        'sw_emp_in.wte': 18.2,
        'sw_emp_out.hc': 2,
        'sw_generic_posts.hc': { not_collected: 'not_recorded' },
      },
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ version: draft.version + 1, totals: { 'sw_employed.hc': 43 }, problems: [] })
    expect(answer.body.savedAt).toMatch(/^2020-02-01T09:00/)
    expect(answer.body.queries).toMatchObject([{ rule: 'B09', explained: false }])
    const page = await draft.read('b')
    expect([boxIn(page, 'sw_emp_in.wte'), reasonIn(page, 'sw_generic_posts.hc!nc')]).toEqual(['18.20', 'not_recorded'])
  })

  test('rubs out with null, whatever was there, and takes lists of choices', async () => {
    const draft = await begin()
    const cells = {
      'sw_emp_in.hc': '41',
      'sw_generic_posts.hc': { not_collected: 'not_recorded' },
      dq_b_source: ['esr', 'estimate'],
    }
    const { body } = await draft.patch('b', { version: draft.version, cells })
    await draft.patch('b', { version: body.version, cells: { 'sw_emp_in.hc': null, 'sw_generic_posts.hc': null } })
    const { rows } = await employers.sql.query(
      'select address, cell from cells where return_id = $1 order by address',
      [draft.id],
    )
    expect(rows).toEqual([
      { address: 'dq_b_source', cell: { state: 'value', value: ['esr', 'estimate'] } },
      { address: 'has_mhsw', cell: { state: 'value', value: 'yes' } },
    ])
  })

  test('keeps what can be read and says what cannot', async () => {
    const draft = await begin()
    const answer = await draft.patch('b', {
      version: draft.version,
      cells: { 'sw_emp_in.hc': 'lots', 'sw_ext.hc': '12' },
    })
    expect(answer.status).toBe(200)
    expect(answer.body.problems).toMatchObject([{ address: 'sw_emp_in.hc' }])
    expect(boxIn(await draft.read('b'), 'sw_ext.hc')).toBe('12')
  })

  test('says both values where somebody else changed the same box, and saves the others', async () => {
    const draft = await begin()
    await draft.patch('b', { version: draft.version, cells: { 'sw_emp_in.hc': '40' } })
    const answer = await draft.patch('b', {
      version: draft.version,
      cells: { 'sw_emp_in.hc': '41', 'sw_ext.hc': '12' },
    })
    expect(answer.status).toBe(409)
    expect(answer.body).toMatchObject({
      version: draft.version + 2,
      conflicts: [{ cell: 'sw_emp_in.hc', yours: 41, theirs: 40, by: 'Dilys Marlow' }],
    })
    expect(boxIn(await draft.read('b'), 'sw_ext.hc')).toBe('12')
  })

  test('is refused once the return has closed, with since when', async () => {
    const draft = await begin()
    await setClock(employers.sql, '2020-02-11T00:00:00Z')
    const answer = await draft.patch('b', { version: draft.version, cells: { 'sw_emp_in.hc': '41' } })
    expect([answer.status, answer.body.lockedSince]).toEqual([423, '2020-02-11T00:00:00.000Z'])
  })

  test.each([
    ['no version', { cells: {} }, 'version'],
    ['a version that is none', { version: '7', cells: {} }, 'version'],
    ['no cells', { version: 1 }, 'cells'],
    ['a box of another section', { version: 1, cells: { est_wte: '3' } }, 'est_wte'],
    ['a box that is nowhere', { version: 1, cells: { sw_emp_im: '3' } }, 'sw_emp_im'],
    ['an unknown reason', { version: 1, cells: { 'sw_emp_in.hc': { not_collected: 'tired' } } }, 'sw_emp_in.hc'],
    ['a list of numbers', { version: 1, cells: { dq_b_source: [1] } }, 'dq_b_source'],
  ])('is refused with %s, and says what it should have been', async (_what, json, address) => {
    const draft = await begin()
    const answer = await draft.patch('b', json)
    expect([answer.status, answer.body.problems[0].address]).toEqual([422, address])
  })

  test('is refused to somebody signed out, and to the signatory', async () => {
    const draft = await begin()
    const json = { version: draft.version, cells: { 'sw_emp_in.hc': '41' } }
    const signatory = await draft.signInAs('signatory')
    expect((await signatory.patch(draft.at('/sections/b'), json)).status).toBe(404)
    await draft.as.post('/sign-out')
    draft.as.forget()
    expect((await draft.patch('b', json)).status).toBe(401)
  })
})
