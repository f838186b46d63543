import { useApp } from '../../support/app'
import { boxIn, startDraft } from './draft'

const employers = useApp()

/** Two people with the same page before them: the version it was drawn with is 1. */
async function twoPeople() {
  const draft = await startDraft(employers)
  await draft.save('a', { has_mhsw: 'yes' })
  const { rows } = await employers.sql.query<{ version: number }>('select version from returns where id = $1', [
    draft.id,
  ])
  const version = String(rows[0]?.version)
  const other = await employers.signIn(draft.preparer.email)
  const otherSaves = (fields: Record<string, string>) => other.post(draft.at('/sections/b'), { version, ...fields })
  return { draft, version, otherSaves }
}

describe('two people on one section', () => {
  test('change different boxes, and both are kept', async () => {
    const { draft, version, otherSaves } = await twoPeople()
    await otherSaves({ 'sw_emp_in.hc': '40', 'sw_ext.hc': '' })
    expect((await draft.save('b', { version, 'sw_emp_in.hc': '', 'sw_ext.hc': '12' })).status).toBe(303)
    const page = await draft.read('b')
    expect([boxIn(page, 'sw_emp_in.hc'), boxIn(page, 'sw_ext.hc')]).toEqual(['40', '12'])
  })

  test('are shown both values where they changed the same box, with who and when, and none is chosen', async () => {
    const { draft, version, otherSaves } = await twoPeople()
    await otherSaves({ 'sw_emp_in.hc': '40' })
    const page = await draft.save('b', { version, 'sw_emp_in.hc': '41', 'sw_ext.hc': '12' })
    expect(page.status).toBe(409)
    expect(page.text).toContain('<span class="clash__value">41</span>')
    expect(page.text).toContain('<span class="clash__value">40</span>')
    expect(page.text).toContain('Dilys Marlow, at 9:00am on Saturday 1 February 2020')
    expect(page.text).not.toContain('checked')
    expect(boxIn(await draft.read('b'), 'sw_ext.hc')).toBe('12')
  })

  const choosing = { choosing: 'sw_emp_in.hc', 'sw_emp_in.hc!mine': '41', 'sw_emp_in.hc!theirs': '40' }

  test.each([
    ['the box chosen', { 'sw_emp_in.hc': '41' }, '41'],
    ['all of mine', { keep: 'mine' }, '41'],
    ['all of theirs', { keep: 'theirs' }, '40'],
  ])('then keep %s', async (_what, choice, kept) => {
    const { draft, version, otherSaves } = await twoPeople()
    await otherSaves({ 'sw_emp_in.hc': '40' })
    const page = await draft.save('b', { version, 'sw_emp_in.hc': '41' })
    const [, newer = ''] = /name="version" value="(\d+)"/.exec(page.text) ?? []
    expect(Number(newer)).toBeGreaterThan(Number(version))
    const saved = await draft.save('b', { version: newer, ...choosing, ...choice } as Record<string, string>)
    expect(saved.status).toBe(303)
    expect(boxIn(await draft.read('b'), 'sw_emp_in.hc')).toBe(kept)
  })

  test('are asked again where nothing was chosen', async () => {
    const { draft, version, otherSaves } = await twoPeople()
    await otherSaves({ 'sw_emp_in.hc': '40' })
    const page = await draft.save('b', { version, ...choosing })
    expect(page.status).toBe(409)
    expect(page.text).toContain('Choose which to keep')
    expect(page.text).toContain('<span class="clash__value">41</span>')
    expect(boxIn(await draft.read('b'), 'sw_emp_in.hc')).toBe('40')
  })
})
