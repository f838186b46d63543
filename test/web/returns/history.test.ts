import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { startDraft } from './draft'

const employers = useApp()

describe('the history of a return', () => {
  test('says who changed what, when, from what to what, in words', async () => {
    const draft = await startDraft(employers)
    await draft.save('f', { amhp_emp_any: 'yes', 'amhp_emp.hc': '7' })
    await draft.save('f', { 'amhp_emp.hc': '8' })
    const page = (await draft.as.get(draft.at('/history'))).text
    expect(page).toContain('Saturday 1 February 2020')
    expect(page).toContain('from <span class="was">7</span> to <span class="now">8</span>')
    expect(page).toContain('from nothing to <span class="now">Yes</span>')
    expect(page).toContain('Dilys Marlow saved the first answers')
    expect(page).not.toContain('>amhp_emp.hc<')
  })

  test('stands with the latest first, also after the clock was moved back', async () => {
    const draft = await startDraft(employers)
    await draft.save('f', { 'amhp_emp.hc': '7' })
    await setClock(employers.sql, '2020-01-20T09:00:00Z')
    await draft.save('f', { 'amhp_emp.hc': '8' })
    const page = (await draft.as.get(draft.at('/history'))).text
    expect(page.indexOf('<span class="now">8</span>')).toBeLessThan(page.indexOf('<span class="now">7</span>'))
  })

  test('tells the past of one box', async () => {
    const draft = await startDraft(employers)
    await draft.save('f', { amhp_emp_any: 'yes', 'amhp_emp.hc': '7' })
    const page = (await draft.as.get(draft.at('/history?cell=amhp_emp.hc'))).text
    expect(page).toContain('<span class="now">7</span>')
    expect(page).not.toContain('<span class="now">Yes</span>')
    expect(page).not.toContain('saved the first answers')
    expect(page).toContain('Dilys Marlow changed it')
    expect(page).not.toContain('history?cell=')
  })

  test('folds away a save of many boxes, each of which leads to its past', async () => {
    const draft = await startDraft(employers)
    await draft.save('f', { amhp_emp_any: 'yes', 'amhp_emp.hc': '7', 'amhp_emp.wte': '6' })
    expect((await draft.as.get(draft.at('/history'))).text).not.toContain('<summary>')
    await draft.save('h', { 'zero-fill': 'demo_gender' })
    const page = (await draft.as.get(draft.at('/history'))).text
    expect(page).toMatch(/changed \d\d answers/)
    expect(page).toMatch(/<summary>From what to what<\/summary>\s*<ul class="changes">/)
    expect(page).toContain('/history?cell=demo_gender.female.hc')
  })

  test('says nothing of other people’s', async () => {
    const draft = await startDraft(employers)
    const other = await startDraft(employers)
    await other.save('f', { 'amhp_emp.hc': '77' })
    expect((await draft.as.get(draft.at('/history'))).text).not.toContain('<span class="now">77</span>')
  })
})

describe('asking for more time', () => {
  test('works after the close, and takes along what was typed too late', async () => {
    const draft = await startDraft(employers)
    await setClock(employers.sql, '2020-02-11T09:00:00Z')
    const fields = {
      reason: 'The payroll report came a day late',
      until: '2020-02-14',
      contact_name: 'Dilys Marlow',
      nonsense: 'x',
    }
    const asked = await draft.as.post(draft.at('/reopening-requests'), fields)
    expect(asked.status).toBe(303)
    const page = (await draft.as.get(draft.at('/reopening-requests'))).text
    expect(page).toContain('The payroll report came a day late')
    expect(page).toContain('until Friday 14 February 2020')
    expect(page).toContain('Not answered yet')
    const { rows } = await employers.sql.query('select typed from opening_requests where return_id = $1', [draft.id])
    expect(rows).toEqual([{ typed: { contact_name: 'Dilys Marlow' } }])
  })

  test('wants a reason, and keeps all that was given', async () => {
    const draft = await startDraft(employers)
    const page = await draft.as.post(draft.at('/reopening-requests'), {
      reason: 'Late',
      until: 'soon',
      contact_name: 'Dilys Marlow',
    })
    expect(page.status).toBe(422)
    expect(page.text).toContain('in 10 to 2,000 characters')
    expect(page.text).toContain('Late</textarea>')
    expect(page.text).toContain('name="contact_name" value="Dilys Marlow"')
  })
})
