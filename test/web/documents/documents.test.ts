import { mhsw2019 } from '../../../server/surveys/mhsw2019'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { startDraft } from '../returns/draft'
import { visible } from '../visible'
import { said, submitted } from './submitted'

const app = useApp()

const page = async (draft: Awaited<ReturnType<typeof startDraft>>, path: string, who = draft.as) => {
  const answer = await who.get(draft.at(path))
  return { status: answer.status, html: answer.text, text: visible(answer.text) }
}

async function filled() {
  const draft = await startDraft(app)
  await draft.save('a', { has_mhsw: 'yes', contact_name: 'Dilys <i>Marlow</i>' })
  await draft.save('b', {
    'sw_emp_in.hc': '1041',
    'sw_emp_in.wte': '936.2',
    'sw_emp_out.hc': '0',
    'sw_emp_out.wte': '0',
  })
  await draft.save('f', { amhp_emp_any: 'yes', 'amhp_emp.hc': '17', 'amhp_emp.wte!nc': 'not_recorded' })
  return draft
}

describe('the print view of a return', () => {
  it('has every section with its answers, and what is not answered yet', async () => {
    const { status, text } = await page(await filled(), '/print')
    expect(status).toBe(200)
    for (const { title, filledBy } of mhsw2019.sections) if (!filledBy) expect(text).toContain(title)
    expect(text).toMatch(/work in your own mental health services 1,041 936\.20/)
    expect(text).toContain('Number of AMHPs you employ 17 Not collected: we do not record it')
    expect(text).toContain('Not answered')
  })

  it('shows what was written as it was written', async () => {
    const { html } = await page(await filled(), '/print')
    expect(html).toContain('Dilys &lt;i&gt;Marlow&lt;/i&gt;')
    expect(html).not.toContain('<i>Marlow')
  })

  it('says what is not asked', async () => {
    const draft = await startDraft(app)
    await draft.save('f', { amhp_emp_any: 'no' })
    const { text } = await page(draft, '/print')
    expect(text).toMatch(/Not asked, because of other answers: “Number of AMHPs you employ”/)
  })

  it('is there after the cutoff', async () => {
    const draft = await filled()
    await setClock(app.sql, '2020-02-12T09:00:00Z')
    expect((await page(draft, '/print')).text).toContain('1,041')
  })

  it('holds for a contributor only their sections', async () => {
    const draft = await filled()
    const { text } = await page(draft, '/print', await draft.signInAs('contributor'))
    expect(text).toContain('Number of AMHPs you employ 17')
    expect(text).toContain('Only yours: F')
    expect(text).not.toMatch(/1,041|Marlow (?!Sign)|Social workers in post/)
  })
})

describe('a submission', () => {
  async function sent() {
    const draft = await filled()
    await submitted(app, {
      returnId: draft.id,
      signedBy: draft.signatory.id,
      cells: said,
      explained: [{ rule: 'B03', says: ['1,041 is a lot.'], explanation: 'It is <so>.' }],
    })
    return draft
  }

  it('is read as it was signed, whatever has been typed since', async () => {
    const draft = await sent()
    await app.sql.query(`update returns set status = 'in_progress', standing_submission_id = null where id = $1`, [
      draft.id,
    ])
    await draft.save('b', { 'sw_emp_in.hc': '5' })
    const { text, html } = await page(draft, '/submissions/1')
    expect(text).toMatch(/work in your own mental health services 1,041 936\.20/)
    expect(text).toContain('Signed by Ines Corrie, Chief executive')
    expect(text).toContain('2:05pm GMT on Thursday 30 January 2020')
    expect(text).toContain('This submission no longer counts')
    expect(html).toContain('It is &lt;so&gt;.')
  })

  it('holds for a contributor only their sections, without what was explained in others', async () => {
    const draft = await sent()
    const { text } = await page(draft, '/submissions/1', await draft.signInAs('contributor'))
    expect(text).toContain('Number of AMHPs you employ 17')
    expect(text).not.toMatch(/1,041|It is <so>|Declaration/)
  })

  it.each(['2', '0', '01', '1.0', 'draft', '__proto__'])('does not exist with the number %s', async (number) => {
    const draft = await sent()
    expect((await page(draft, `/submissions/${number}`)).status).toBe(404)
  })
})

describe('the blank form', () => {
  it('has every question put to this type of organisation, with its hint', async () => {
    const { text } = await page(await startDraft(app), '/blank')
    const normal = (words: string) => words.replace(/\s+/g, ' ')
    for (const { label, hint, organisations, answering } of mhsw2019.sections.flatMap(({ questions }) => questions)) {
      const isAsked = organisations?.includes('nhs_trust') ?? true
      if (isAsked) expect(text).toContain(normal(label))
      if (isAsked && hint && answering !== 'prefilled') expect(text).toContain(normal(hint))
    }
    expect(text).not.toContain('Council (CASSR) code')
  })

  it('says when a question is asked, what may be written, and why something may be missing', async () => {
    const { text } = await page(await startDraft(app), '/blank')
    expect(text).toContain('Only if “Did you employ any AMHPs on 30 September 2019?” is “Yes”.')
    expect(text).toContain('People A whole number, 0 to 999 (people)')
    expect(text).toContain('We record it but cannot extract or split it')
  })

  it('has nothing of what was answered', async () => {
    const { text } = await page(await filled(), '/blank')
    expect(text).not.toMatch(/1,041|936\.2/)
  })

  it('holds for a contributor only their sections', async () => {
    const draft = await startDraft(app)
    const { text } = await page(draft, '/blank', await draft.signInAs('contributor'))
    expect(text).toContain('Number of AMHPs you employ')
    expect(text).not.toMatch(/Social workers in post|Full name of the senior officer/)
  })
})

test('another organisation has none of these pages', async () => {
  const [draft, other] = [await filled(), await startDraft(app, { type: 'local_authority' })]
  for (const path of ['/print', '/blank', '/comparison', '/submissions/1', '/questions']) {
    expect((await other.as.get(draft.at(path))).status).toBe(404)
  }
})
