import { useApp } from '../../support/app'
import { boxIn, reasonIn, startDraft } from './draft'

const test_ = useApp()
const begin = () => startDraft(test_)
const some = { has_mhsw: 'yes' }

describe('a section of a return', () => {
  test('keeps what was typed', async () => {
    const draft = await begin()
    await draft.save('a', some)
    const saved = await draft.save('b', { 'sw_emp_in.hc': '1,250', 'sw_emp_in.wte': '1200.5' })
    expect(saved.status).toBe(303)
    expect(saved.headers['location']).toBe(draft.at('/sections/b'))
    const page = await draft.read('b')
    expect(boxIn(page, 'sw_emp_in.hc')).toBe('1250')
    expect(boxIn(page, 'sw_emp_in.wte')).toBe('1200.50')
    expect(page).toContain('Saved 09:00')
  })
})
