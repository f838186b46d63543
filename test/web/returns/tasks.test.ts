import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { complete } from './complete'
import { DURING, startDraft } from './draft'

const employers = useApp()

const stateOf = (html: string, section: string) => new RegExp(`id="state-${section}">([^<]*)<`).exec(html)?.[1]

describe('the sections of a return', () => {
  test('stand with how far each has got, when the return closes and what comes next', async () => {
    const draft = await startDraft(employers)
    await draft.save('a', { has_mhsw: 'yes' })
    await draft.save('f', { amhp_emp_any: 'no' })
    const page = (await draft.as.get(draft.at())).text
    expect(page).toContain('Closes 11:59pm on Monday 10 February 2020, in 9 days')
    expect(page).toContain('You have finished 0 of 14 sections.')
    expect(stateOf(page, 'o')).toBe('Optional, nothing given')
    expect(stateOf(page, 'f')).toMatch(/^In progress, \d+ left/)
    expect(stateOf(page, 'h')).toBe('Not started')
    expect(page).toContain('Check the whole return')
    expect(page).toContain('Saved 09:00')
  })

  test('say what is missing where the difference of a total is all that is wrong', async () => {
    const draft = await startDraft(employers)
    await draft.save('a', { has_mhsw: 'yes' })
    await draft.save('b', {
      'sw_emp_in.hc': '41',
      'sw_emp_in.wte': '36.2',
      'sw_emp_out.hc': '0',
      'sw_emp_out.wte': '0',
    })
    await draft.save('h', {
      'zero-fill': 'demo_gender',
      'demo_gender.female.hc': '40',
      'demo_gender.female.wte': '36.2',
    })
    for (const question of ['demo_age', 'demo_disability']) {
      const row = question === 'demo_age' ? 'a40_44' : 'no'
      await draft.save('h', {
        'zero-fill': question,
        [`${question}.${row}.hc`]: '41',
        [`${question}.${row}.wte`]: '36.2',
      })
    }
    await draft.save('h', { demo_eth_detail: 'not_collected', dq_h_source: 'esr', dq_h_confidence: 'high' })
    expect(stateOf((await draft.as.get(draft.at())).text, 'h')).toBe('1 person missing')
  })

  test('name who was given which, and by when', async () => {
    const draft = await startDraft(employers)
    await employers.sql.query("update assignments set due_on = '2020-01-31' where return_id = $1", [draft.id])
    expect((await draft.as.get(draft.at())).text).toContain('Tomos Hale, by 31 January')
  })

  test('that do not apply are words, not links', async () => {
    const draft = await startDraft(employers)
    await draft.save('a', { has_mhsw: 'no' })
    const page = (await draft.as.get(draft.at())).text
    expect(stateOf(page, 'h')).toBe('Not asked')
    expect(page).not.toContain(`href="${draft.at('/sections/h')}"`)
  })

  test('say which of them can be changed, where only some are open', async () => {
    const draft = await startDraft(employers)
    expect((await draft.as.get(draft.at())).text).not.toContain('can be changed')
    await employers.sql.query(
      `insert into openings (return_id, kind, until_at, reason, sections, granted_by, decided_at)
       values ($1, 'extension', '2020-02-14T23:59:59Z', 'They asked', '{b,e}', $2, '2020-02-01T09:00:00Z')`,
      [draft.id, draft.preparer.id],
    )
    await setClock(employers.sql, '2020-02-12T09:00:00Z')
    const page = (await draft.as.get(draft.at())).text
    expect(page).toContain('Only sections B and E can be changed. The others can be read.')
    expect(page).not.toContain('Answer the essential questions only')
  })

  test('lead to the signature once all are finished', async () => {
    const draft = await startDraft(employers)
    await complete(employers, draft)
    const page = (await draft.as.get(draft.at())).text
    expect(page).toContain('Send for signature')
    expect(page).toContain(`action="${draft.at('/signature-request')}"`)
  })
})

describe('the list of returns', () => {
  test('has each return of somebody’s organisations, in what state and how long there is', async () => {
    const draft = await startDraft(employers)
    await draft.save('a', { has_mhsw: 'yes' })
    const page = (await draft.as.get('/returns')).text
    expect(page).toContain(`href="${draft.at()}"`)
    expect(page).toContain('In progress')
    expect(page).toContain('in 9 days')
    expect(page).toContain('Last saved 09:00')
  })

  test('has nobody else’s, which do not exist', async () => {
    const draft = await startDraft(employers)
    const other = await startDraft(employers)
    expect((await other.as.get('/returns')).text).not.toContain(draft.id)
    for (const path of ['', '/sections/a', '/check', '/history', '/receipt', '/reopening-requests']) {
      expect((await other.as.get(draft.at(path))).status).toBe(404)
    }
    expect((await other.as.post(draft.at('/sections/a'), { has_mhsw: 'no' })).status).toBe(404)
  })

  test('says what will stand there while there are none', async () => {
    await setClock(employers.sql, DURING)
    const { id } = await make(employers.db).organisation()
    const person = await make(employers.db).person({ organisationId: id })
    const page = (await (await employers.signIn(person.email)).get('/returns')).text
    expect(page).toContain('No returns yet.')
  })
})
