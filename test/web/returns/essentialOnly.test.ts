import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { faultsIn } from '../../support/wellFormed'
import { complete } from './complete'
import { startDraft } from './draft'
import { startSisters, stored } from './sisters'

const employers = useApp()

const ESSENTIAL = 'Answer the essential questions only'
const EVERYTHING = 'Answer every question after all'

async function begin() {
  const draft = await startDraft(employers)
  await draft.save('a', { has_mhsw: 'yes' })
  const choose = (only: 'yes' | 'no', as = draft.as) => as.post(draft.at('/essential-only'), { only })
  const tasks = async () => (await draft.as.get(draft.at())).text
  return { ...draft, choose, tasks }
}

const events = async (id: string) => {
  const { rows } = await employers.sql.query<{ kind: string }>(
    'select kind from return_events where return_id = $1 order by id',
    [id],
  )
  return rows.map(({ kind }) => kind)
}

describe('answering the essential questions only', () => {
  test('is one recorded press of the preparer on the list of sections, and may be taken back', async () => {
    const draft = await begin()
    expect(await draft.tasks()).toContain(ESSENTIAL)
    const answer = await draft.choose('yes')
    expect([answer.status, answer.headers.location]).toEqual([303, draft.at()])
    const tasks = await draft.tasks()
    expect(tasks).toContain(EVERYTHING)
    expect(await faultsIn(tasks)).toEqual([])
    expect((await draft.as.get(draft.at('/history'))).text).toContain('chose to answer the essential questions only')

    await draft.choose('no')
    expect(await draft.tasks()).toContain(ESSENTIAL)
    expect(await events(draft.id)).toEqual(['started', 'essentials_chosen', 'everything_chosen'])
  })

  test('pressed twice is recorded once', async () => {
    const draft = await begin()
    await Promise.all([draft.choose('yes'), draft.choose('yes')])
    expect(await events(draft.id)).toEqual(['started', 'essentials_chosen'])
  })

  test('requires those and no others, and says so on every section', async () => {
    const draft = await begin()
    const before = (await draft.as.get(draft.at('/check'))).text
    const toAnswer = (section: string, code: string) => `href="${draft.at(`/sections/${section}#${code}`)}">Answer`
    expect(before).toContain(toAnswer('a', 'services_ages'))
    await draft.choose('yes')
    const page = await draft.read('b')
    expect(page).toContain('You have chosen to answer the essential questions only.')
    expect(page).toContain('generic posts open to several professions? (optional)')
    expect(page).not.toContain('your own mental health services (optional)')
    const check = (await draft.as.get(draft.at('/check'))).text
    expect(check).toContain(toAnswer('b', 'sw_emp_in.hc'))
    expect(check).not.toContain(toAnswer('a', 'services_ages'))
    expect(await draft.tasks()).toMatch(/id="state-n">Optional, nothing given</)
  })

  test('asks for people and not for WTE where only the people are essential', async () => {
    const draft = await begin()
    await draft.choose('yes')
    await draft.save('b', { 'sw_emp_in.hc': '4', 'sw_emp_in.wte': '4', 'sw_emp_out.hc': '0', 'sw_emp_out.wte': '0' })
    const check = (await draft.as.get(draft.at('/check'))).text
    expect(check).toContain('#demo_gender.')
    const { rows } = await employers.sql.query<{ progress: Record<string, { required: number }> }>(
      'select progress from returns where id = $1',
      [draft.id],
    )
    await draft.choose('no')
    const { rows: after } = await employers.sql.query<{ progress: Record<string, { required: number }> }>(
      'select progress from returns where id = $1',
      [draft.id],
    )
    expect(rows[0]?.progress.h?.required).toBeLessThan(after[0]?.progress.h?.required ?? 0)
  })

  test('takes a return back that waits for signature', async () => {
    const draft = await begin()
    await employers.sql.query(`update returns set status = 'awaiting_signature' where id = $1`, [draft.id])
    await draft.choose('yes')
    expect((await stored(employers, draft.id)).status).toBe('in_progress')
    expect(await events(draft.id)).toEqual(['started', 'essentials_chosen', 'signature_undone'])
  })

  test('does not begin a return', async () => {
    const draft = await startDraft(employers)
    await draft.as.post(draft.at('/essential-only'), { only: 'yes' })
    expect(await stored(employers, draft.id)).toMatchObject({ status: 'not_started', version: 0 })
    expect(await draft.read('b')).toContain('You have chosen to answer the essential questions only.')
  })

  test('is kept with the submission, and read on the page that is signed and by the network', async () => {
    const draft = await begin()
    await draft.choose('yes')
    await complete(employers, draft)
    await draft.as.post(draft.at('/signature-request'))
    const signatory = await draft.signInAs('signatory')
    expect((await signatory.get(draft.at('/sign-off'))).text).toContain('Essential questions only')
    const answer = await signatory.post(draft.at('/submission'), {
      decl_name: 'Ines Corrie',
      decl_role: 'chief_executive',
      decl_job_title: 'Chief executive',
      decl_email: 'ines@thornmere-trust.example',
      'explain!Q03': 'We share a mail server with our partner',
      decl_accurate: ['', 'yes'],
      decl_warnings: ['', 'yes'],
      decl_partners: 'not_applicable',
      decl_identify: 'named',
      decl_no_personal: ['', 'yes'],
    })
    expect(answer.status).toBe(303)
    expect((await draft.as.get(draft.at('/receipt'))).text).toContain('The essential ones only')
    const { rows } = await employers.sql.query('select essential_only from submissions where return_id = $1', [
      draft.id,
    ])
    expect(rows).toEqual([{ essential_only: true }])
  })
})

describe('who may not choose', () => {
  test('colleagues who do not prepare the return', async () => {
    const draft = await begin()
    for (const role of ['contributor', 'signatory'] as const) {
      expect((await draft.choose('yes', await draft.signInAs(role))).status).toBe(404)
    }
  })

  test('anybody, once the return has closed', async () => {
    const draft = await begin()
    await setClock(employers.sql, '2020-02-11T00:00:00Z')
    const answer = await draft.choose('yes')
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('closed')
    expect(await draft.tasks()).not.toContain(ESSENTIAL)
  })

  test('anybody, in a survey that does not say which of its questions are essential', async () => {
    const { peer } = await startSisters(employers)
    expect((await peer.as.get(peer.at())).text).not.toContain(ESSENTIAL)
    expect((await peer.as.post(peer.at('/essential-only'), { only: 'yes' })).status).toBe(404)
  })
})
