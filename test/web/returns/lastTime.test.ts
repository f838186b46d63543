import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { faultsIn } from '../../support/wellFormed'
import { cells } from '../../domain/survey/tiny'
import { boxIn, startDraft } from './draft'
import { stored, valueAt } from './sisters'

const employers = useApp()

const before = {
  ...{ 'sw_emp_in.hc': 41, 'sw_emp_in.wte': 38.2, 'sw_emp_out.hc': 0, 'sw_emp_out.wte': 0 },
  ...{ 'sw_employed.hc': 41, 'sw_employed.wte': 38.2, 'sw_ext.hc': 3 },
  ...{ sw_fte_standard_hours: 37, partnership_model: 'direct_only', contact_name: 'Dilys Marlow' },
}

/** A return of 2022 whose organisation submitted one in 2019. */
async function begin(said: Parameters<typeof cells>[0] = before) {
  const earlier = await startDraft(employers)
  await make(employers.db).submission({ returnId: earlier.id, signedBy: earlier.signatory.id, cells: cells(said) })
  const { id: collectionId } = await make(employers.db).collection({
    code: 'mhsw-2022',
    title: 'Social care workforce 2022',
    opensAt: '2022-06-01T00:00:00Z',
    cutoffAt: '2022-08-01T00:00:00Z',
  })
  const { id } = await make(employers.db).return({ organisationId: earlier.organisationId, collectionId })
  await setClock(employers.sql, '2022-07-01T09:00:00Z')
  const at = (path = '') => `/returns/${id}${path}`
  const save = (section: string, fields: Record<string, string>) => earlier.as.post(at(`/sections/${section}`), fields)
  await save('a', { has_mhsw: 'yes' })
  const read = async (section: string) => (await earlier.as.get(at(`/sections/${section}`))).text
  return { ...earlier, earlier: earlier.id, id, at, save, read }
}

describe('what an organisation said last time', () => {
  test('stands small beside the box of the same figure, and nothing is filled in', async () => {
    const page = await (await begin()).read('b')
    expect(page).toContain('Last time: 41')
    expect(page).toContain('Last time: 38.20')
    expect(boxIn(page, 'sw_emp_in.hc')).toBe('')
  })

  test('is nothing where it was taken back, or where only somebody else said it', async () => {
    const mine = await begin()
    const other = await begin({})
    await employers.sql.query('update returns set standing_submission_id = null where id = $1', [mine.earlier])
    expect(await mine.read('b')).not.toContain('Last time')
    expect(await other.read('b')).not.toContain('Last time')
  })

  test('is noticed where a figure is the same again, but not where it is 0 again', async () => {
    const draft = await begin()
    await draft.save('b', { 'sw_emp_in.hc': '41', 'sw_emp_in.wte': '38', 'sw_emp_out.hc': '0', 'sw_emp_out.wte': '0' })
    const page = await draft.read('b')
    expect(page).toContain('1 figure has not changed since last time. Please check that this is right.')
    await draft.save('b', { 'sw_emp_in.hc': '42' })
    expect(await draft.read('b')).not.toContain('not changed since last time')
  })

  test('is asked about where a figure moved far (X08), or is ten times what it was (X06)', async () => {
    const draft = await begin()
    await draft.save('b', {
      'sw_emp_in.hc': '410',
      'sw_emp_in.wte': '382',
      'sw_emp_out.hc': '0',
      'sw_emp_out.wte': '0',
    })
    const check = (await draft.as.get(draft.at('/check'))).text
    expect(check).toContain('#rule-X08')
    expect(check).toContain('#rule-X06')
    expect(check).toContain('38.2')
  })
})

describe('a fact that rarely changes', () => {
  test('is not answered by having been answered last time', async () => {
    const draft = await begin()
    await draft.save('b', { 'sw_emp_in.hc': '42', 'sw_emp_in.wte': '40', 'sw_emp_out.hc': '0', 'sw_emp_out.wte': '0' })
    const page = await draft.read('b')
    expect(page).toContain('Last time you said: <strong>37.0 hours</strong>. Is this still correct?')
    expect(boxIn(page, 'sw_fte_standard_hours')).toBe('')
    const check = (await draft.as.get(draft.at('/check'))).text
    expect(check).toContain('#sw_fte_standard_hours')
  })

  test('is answered by saying that it is still correct, with everything else on the page', async () => {
    const draft = await begin()
    await draft.save('b', { 'sw_emp_in.hc': '42', 'sw_emp_in.wte': '40', 'sw_emp_out.hc': '0', 'sw_emp_out.wte': '0' })
    const answer = await draft.save('b', {
      'still-correct': 'sw_fte_standard_hours',
      sw_fte_standard_hours: '',
      'sw_ext.hc': '4',
    })
    expect([answer.status, answer.headers.location]).toEqual([303, draft.at('/sections/b#sw_fte_standard_hours')])
    const page = await draft.read('b')
    expect(boxIn(page, 'sw_fte_standard_hours')).toBe('37.0')
    expect(boxIn(page, 'sw_ext.hc')).toBe('4')
    expect(page).not.toContain('Is this still correct?')
    const { rows } = await employers.sql.query(
      `select address, via from cell_changes where return_id = $1 and address = any($2) order by address`,
      [draft.id, ['sw_ext.hc', 'sw_fte_standard_hours']],
    )
    expect(rows).toEqual([
      { address: 'sw_ext.hc', via: 'typed' },
      { address: 'sw_fte_standard_hours', via: 'carried_forward' },
    ])
    expect((await draft.as.get(draft.at('/history'))).text).toContain('kept from last time')
  })

  test('is answered by what is typed over it, even where both were done', async () => {
    const draft = await begin()
    await draft.save('b', { 'sw_emp_in.hc': '42' })
    await draft.save('b', { 'still-correct': 'sw_fte_standard_hours', sw_fte_standard_hours: '37.5' })
    expect(await valueAt(employers, draft.id, 'sw_fte_standard_hours')).toBe(37.5)
  })

  test('is told in words, and waits for its own question to be asked', async () => {
    const draft = await begin()
    const page = await draft.read('c')
    expect(page).toContain('Last time you said:')
    expect(await faultsIn(page)).toEqual([])
    const { version } = await stored(employers, draft.id)
    await draft.save('c', { 'still-correct': 'sw_emp_in' })
    await draft.save('c', { 'still-correct': 'none_such' })
    expect((await stored(employers, draft.id)).version).toBe(version)
  })
})
