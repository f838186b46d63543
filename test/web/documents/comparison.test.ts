import { useApp } from '../../support/app'
import { startDraft } from '../returns/draft'
import { visible } from '../visible'
import { said, submitted, uncollected, value } from './submitted'

const app = useApp()

type Draft = Awaited<ReturnType<typeof startDraft>>

/** What differs, line by line: label, was, is, by whom. */
async function differences(draft: Draft, query = '', who = draft.as): Promise<string[][]> {
  const { text } = await who.get(draft.at(`/comparison${query}`))
  return [...text.matchAll(/<tr>\s*<th scope="row">([\s\S]*?)<\/tr>/g)].map(([, line = '']) =>
    line.split('<td').map((cell, at) => visible(at === 0 ? cell : `<td${cell}`).trim()),
  )
}

/** A return whose first submission was made of what is in it, and which has been taken back. */
async function submittedOnce() {
  const draft = await startDraft(app)
  await draft.save('a', { has_mhsw: 'yes', contact_name: 'Dilys Marlow' })
  await draft.save('f', { amhp_emp_any: 'yes', 'amhp_emp.hc': '17', 'amhp_emp.wte!nc': 'not_recorded' })
  const { rows } = await app.sql.query<{ version: number }>('select version from returns where id = $1', [draft.id])
  const version = rows[0]?.version ?? 0
  const cells = { ...said, contact_name: value('Dilys Marlow') }
  const submit = (number: number, more = {}, at = version) =>
    submitted(app, {
      returnId: draft.id,
      signedBy: draft.signatory.id,
      number,
      version: at,
      cells: { ...cells, ...more },
    })
  const takeBack = () =>
    app.sql.query(`update returns set status = 'in_progress', standing_submission_id = null where id = $1`, [draft.id])
  return { ...draft, submit, takeBack, version }
}

describe('comparing a submission with the return as it is now', () => {
  it('says of each answer what it was, what it is, who changed it and when', async () => {
    const draft = await submittedOnce()
    await draft.submit(1)
    await draft.takeBack()
    await draft.save('a', { contact_name: 'Tomos & Hale' })
    await draft.save('f', { 'amhp_emp.wte': '15.5', 'amhp_emp.wte!nc': '' })
    const found = await differences(draft, '?from=1&to=draft')
    expect(found).toContainEqual([
      'Name of the person preparing the return',
      'Dilys Marlow',
      'Tomos & Hale',
      expect.stringMatching(/^Dilys Marlow, \d+:\d\d[ap]m on Saturday 1 February 2020$/),
    ])
    expect(found).toContainEqual([
      'Number of AMHPs you employ: WTE',
      'Not collected: we do not record it',
      '15.50',
      expect.stringContaining('Dilys Marlow'),
    ])
    expect(found.map(([label]) => label)).not.toContain('Number of AMHPs you employ: People')
  })

  it('says what is not asked any more, and what was worked out', async () => {
    const draft = await submittedOnce()
    await draft.submit(1)
    await draft.takeBack()
    await draft.save('f', { amhp_emp_any: 'no' })
    const found = await differences(draft)
    expect(found).toContainEqual([
      'Number of AMHPs you employ: People',
      '17',
      'Not asked',
      'Follows from other answers',
    ])
    expect(found).toContainEqual(['Total you employ: People', '1,041', 'Not known', 'Worked out'])
  })

  it('says nothing of the declaration, which no draft has', async () => {
    const draft = await submittedOnce()
    await draft.submit(1)
    await draft.takeBack()
    const labels = (await differences(draft)).map(([label]) => label)
    expect(labels).not.toContain('Full name of the senior officer')
  })

  it('shows a contributor only their sections', async () => {
    const draft = await submittedOnce()
    await draft.submit(1)
    await draft.takeBack()
    await draft.save('a', { contact_name: 'Somebody Else' })
    await draft.save('f', { 'amhp_emp.hc': '18' })
    const found = await differences(draft, '', await draft.signInAs('contributor'))
    expect(found.map(([label]) => label)).toEqual(['Number of AMHPs you employ: People'])
  })

  it('shows what was written as it was written', async () => {
    const draft = await submittedOnce()
    await draft.submit(1)
    await draft.takeBack()
    await draft.save('a', { contact_name: '<script>alert(1)</script>' })
    const { text } = await draft.as.get(draft.at('/comparison'))
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(text).not.toContain('<script>alert')
  })
})

describe('comparing two submissions', () => {
  it('begins with what the last one changed, in either direction', async () => {
    const draft = await submittedOnce()
    await draft.submit(1)
    await draft.takeBack()
    await draft.save('f', { 'amhp_emp.hc': '18' })
    await draft.submit(2, { 'amhp_emp.hc': value(18), decl_name: value('Owen Tarn') }, draft.version + 1)
    const line = ['Number of AMHPs you employ: People', '17', '18', expect.stringContaining('Dilys Marlow')]
    const signed = ['Full name of the senior officer', 'Ines Corrie', 'Owen Tarn', 'Ines Corrie, in signing']
    expect(await differences(draft)).toEqual([line, signed])
    expect(await differences(draft, '?from=1&to=2')).toEqual([line, signed])
    expect((await differences(draft, '?from=2&to=1'))[0]?.slice(1, 3)).toEqual(['18', '17'])
  })

  it('does not take a figure that was explained again for another explanation', async () => {
    const draft = await submittedOnce()
    const explanation = (of: string) => ({ 'explain!B03': { ...value('Because it is so here'), of } })
    await draft.submit(1, explanation('1'))
    await draft.submit(2, { ...explanation('2'), 'amhp_emp.wte': uncollected })
    const { text } = await draft.as.get(draft.at('/comparison'))
    expect(text).toContain('Nothing differs.')
  })

  it('asks for two different ones', async () => {
    const draft = await submittedOnce()
    await draft.submit(1)
    const answer = await draft.as.get(draft.at('/comparison?from=1&to=1'))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Choose two different ones to compare')
  })

  it.each(['from=2', 'to=0', 'from=1&to=last', 'from=__proto__'])('does not exist for %s', async (query) => {
    const draft = await submittedOnce()
    await draft.submit(1)
    expect((await draft.as.get(draft.at(`/comparison?${query}`))).status).toBe(404)
  })

  it('says so where nothing was submitted yet', async () => {
    const draft = await startDraft(app)
    expect(visible((await draft.as.get(draft.at('/comparison'))).text)).toContain('Nothing has been submitted yet')
  })
})
