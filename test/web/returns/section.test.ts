import { useApp } from '../../support/app'
import { boxIn, reasonIn, startDraft } from './draft'

const employers = useApp()

/** A return of an employer that has social workers. */
async function begin() {
  const draft = await startDraft(employers)
  await draft.save('a', { has_mhsw: 'yes' })
  return draft
}
const employing = { 'sw_emp_in.hc': '41', 'sw_emp_in.wte': '36.2', 'sw_emp_out.hc': '0', 'sw_emp_out.wte': '0' }

describe('a section of a return', () => {
  test('keeps what was typed', async () => {
    const draft = await begin()
    const saved = await draft.save('b', { 'sw_emp_in.hc': '1,250', 'sw_emp_in.wte': '1200.5' })
    expect([saved.status, saved.headers.location]).toEqual([303, draft.at('/sections/b')])
    const page = await draft.read('b')
    expect([boxIn(page, 'sw_emp_in.hc'), boxIn(page, 'sw_emp_in.wte')]).toEqual(['1250', '1200.50'])
    expect(page).toContain('Section saved.')
    expect(page).toContain('Saved 09:00')
  })

  test('forgets what was rubbed out, and leaves alone what was not sent', async () => {
    const draft = await begin()
    await draft.save('b', employing)
    await draft.save('b', { 'sw_emp_in.hc': '' })
    const page = await draft.read('b')
    expect([boxIn(page, 'sw_emp_in.hc'), boxIn(page, 'sw_emp_in.wte')]).toEqual(['', '36.20'])
  })

  test('says what could not be read, without losing it', async () => {
    const draft = await begin()
    const page = await draft.save('b', { 'sw_emp_in.hc': 'lots', 'sw_emp_in.wte': '36.2' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('There is a problem')
    expect(page.text).toContain('People must be a whole number, like 41. You gave “lots”')
    expect(page.text).toContain('href="#sw_emp_in.hc"')
    expect([boxIn(page.text, 'sw_emp_in.hc'), boxIn(page.text, 'sw_emp_in.wte')]).toEqual(['lots', '36.20'])
  })

  test('keeps the last good answer under one it could not read', async () => {
    const draft = await begin()
    await draft.save('b', { 'sw_emp_in.hc': '41' })
    expect((await draft.save('b', { 'sw_emp_in.hc': 'lots' })).status).toBe(422)
    expect(boxIn(await draft.read('b'), 'sw_emp_in.hc')).toBe('41')
  })

  test('takes “not collected” with its reason', async () => {
    const draft = await begin()
    await draft.save('b', { ...employing, 'sw_generic_posts.hc!nc': 'not_recorded' })
    const page = await draft.read('b')
    expect(reasonIn(page, 'sw_generic_posts.hc!nc')).toBe('not_recorded')
    expect(boxIn(page, 'sw_generic_posts.hc')).toBe('')
  })

  test('takes NC typed with its reason, and asks for the reason where there is none', async () => {
    const draft = await begin()
    await draft.save('b', { ...employing, 'sw_generic_posts.hc': 'nc held_by_partner' })
    expect(reasonIn(await draft.read('b'), 'sw_generic_posts.hc!nc')).toBe('held_by_partner')
    const page = await draft.save('b', { 'sw_generic_posts.wte': 'NC' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('say why it is not collected')
  })

  test('says “not collected” of every blank box of a column, and of no other', async () => {
    const draft = await begin()
    await draft.save('b', {
      ...employing,
      'sw_career_stage.asye.wte': '6',
      'sw_career_stage.*.wte!nc': 'not_extractable',
    })
    const page = await draft.read('b')
    expect(reasonIn(page, 'sw_career_stage.consultant.wte!nc')).toBe('not_extractable')
    expect(boxIn(page, 'sw_career_stage.asye.wte')).toBe('6.00')
    expect(reasonIn(page, 'sw_career_stage.consultant.hc!nc')).toBeUndefined()
  })

  test('refuses a figure and “not collected” together, and loses neither', async () => {
    const draft = await begin()
    await draft.save('b', employing)
    const page = await draft.save('b', { 'sw_generic_posts.hc': '3', 'sw_generic_posts.hc!nc': 'not_recorded' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('has both a figure (3) and “not collected”')
    expect([boxIn(page.text, 'sw_generic_posts.hc'), reasonIn(page.text, 'sw_generic_posts.hc!nc')]).toEqual([
      '3',
      'not_recorded',
    ])
  })

  test('sets the blank boxes of one question to 0 at the press of its button', async () => {
    const draft = await begin()
    const saved = await draft.save('b', {
      ...employing,
      'sw_career_stage.asye.hc': '6',
      'zero-fill': 'sw_career_stage',
    })
    expect(saved.headers.location).toBe(draft.at('/sections/b#sw_career_stage'))
    const page = await draft.read('b')
    expect([boxIn(page, 'sw_career_stage.asye.hc'), boxIn(page, 'sw_career_stage.other.hc')]).toEqual(['6', '0'])
    expect(boxIn(page, 'sw_fte_standard_hours')).toBe('')
  })

  test('sees that the last box of a choice was unticked', async () => {
    const draft = await begin()
    await draft.save('a', { services_ages: ['', 'adult_18_64'] })
    await draft.save('a', { services_ages: [''] })
    expect(await draft.read('a')).not.toMatch(/value="adult_18_64"[^>]* checked/)
  })

  test('goes on to the next section when that is what was pressed', async () => {
    const draft = await begin()
    const saved = await draft.save('d', { then: 'next' })
    expect(saved.headers.location).toBe(draft.at('/sections/e'))
  })
})
