import { useApp } from '../../support/app'
import { make } from '../../support/make'
import { complete } from './complete'
import { startDraft } from './draft'

const employers = useApp()

/** A return with figures in B and F, and the contributor who was given F. */
async function begin() {
  const draft = await startDraft(employers)
  await draft.save('a', { has_mhsw: 'yes', contact_name: 'Dilys Marlow the preparer' })
  await draft.save('b', { 'sw_emp_in.hc': '41', 'sw_emp_in.wte': '18.2' })
  await draft.save('f', { amhp_emp_any: 'yes', 'amhp_emp.hc': '7' })
  return { ...draft, contributorId: draft.contributor.id, contributor: await draft.signInAs('contributor') }
}

describe('a contributor', () => {
  test('sees only the sections they were given, on every page', async () => {
    const draft = await begin()
    for (const path of ['', '/check', '/history']) {
      const page = await draft.contributor.get(draft.at(path))
      expect([path, page.status]).toEqual([path, 200])
      expect(page.text).toMatch(/AMHP|Approved mental health/)
      expect(page.text).not.toContain('Social workers in post')
      expect(page.text).not.toContain('Dilys Marlow the preparer')
      expect(page.text).not.toContain('18.20')
    }
  })

  test('finds no other section, nor the past of its boxes', async () => {
    const draft = await begin()
    expect((await draft.contributor.get(draft.at('/sections/b'))).status).toBe(404)
    expect((await draft.contributor.post(draft.at('/sections/b'), { 'sw_emp_in.hc': '1' })).status).toBe(404)
    const json = { version: 9, cells: { 'sw_emp_in.hc': '1' } }
    expect((await draft.contributor.patch(draft.at('/sections/b'), json)).status).toBe(404)
    expect((await draft.contributor.get(draft.at('/history?cell=sw_emp_in.hc'))).status).toBe(404)
  })

  test('is told in which section the answer is that shuts theirs, and not the answer', async () => {
    const draft = await begin()
    await make(employers.db).assignment({ returnId: draft.id, personId: draft.contributorId, section: 'b' })
    await draft.save('a', { has_mhsw: 'no' })
    for (const path of ['', '/check', '/sections/b']) {
      const page = (await draft.contributor.get(draft.at(path))).text
      expect(page).toMatch(/[Bb]ecause of an answer in section A/)
      expect(page).not.toContain('did your organisation employ any mental health social workers')
    }
  })

  test('fills in their own, and goes on only to their own', async () => {
    const draft = await begin()
    const saved = await draft.contributor.post(draft.at('/sections/f'), {
      'amhp_emp.hc': '8',
      'amhp_emp.wte': '7',
      then: 'next',
    })
    expect([saved.status, saved.headers.location]).toEqual([303, draft.at()])
    expect(await draft.read('f')).toContain('value="8"')
  })

  test('neither sends for signature nor signs nor takes back', async () => {
    const draft = await startDraft(employers)
    await complete(employers, draft)
    const contributor = await draft.signInAs('contributor')
    for (const path of ['', '/check']) {
      const page = (await contributor.get(draft.at(path))).text
      expect(page).not.toContain('Send for signature')
      expect(page).not.toContain('sign-off')
    }
    for (const path of ['/signature-request', '/submission', '/withdrawal', '/signature-request/refusal']) {
      expect((await contributor.post(draft.at(path))).status).toBe(404)
    }
    expect((await contributor.get(draft.at('/sign-off'))).status).toBe(404)
  })
})
