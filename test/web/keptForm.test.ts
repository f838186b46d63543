import { pruneForms } from '../../server/actions/pruneForms'
import { useApp } from '../support/app'
import { make } from '../support/make'
import { markIn, tokenIn, type Visitor } from '../support/signIn'
import { boxIn, startDraft } from './returns/draft'

const employers = useApp()
const { db, sql, services } = employers

const CANARY = 'Only for the eyes of whoever typed it'
const post = async (from: Visitor, path: string, fields: Record<string, string | string[]>) =>
  from.agent
    .post(path)
    .type('form')
    .send(
      new URLSearchParams(
        Object.entries(fields).flatMap(([name, sent]) => [sent].flat().map((each): [string, string] => [name, each])),
      ).toString(),
    )

/** Somebody has typed in section B, and then their session ended: by itself, or its row is gone. */
async function typedAndSignedOut(end: 'idle' | 'gone' = 'idle') {
  const draft = await startDraft(employers)
  await draft.save('a', { has_mhsw: 'yes' })
  const somebody = await employers.signIn(draft.preparer.email)
  const html = (await somebody.get(draft.at('/sections/b'))).text
  const form = {
    _csrf: tokenIn(html.slice(html.indexOf('id="main"'))),
    _form: markIn(html),
    version: /name="version" value="(\d+)"/.exec(html)?.[1] ?? '',
    'sw_emp_in.hc': '41',
    dq_b_source: ['', 'esr'],
    dq_b_comment: CANARY,
  }
  await sql.query(
    end === 'gone'
      ? 'delete from sessions where person_id = $1'
      : `update sessions set seen_at = seen_at - interval '61 minutes', expires_at = expires_at - interval '61 minutes' where person_id = $1`,
    [draft.preparer.id],
  )
  return { draft, somebody, form }
}

describe.each(['idle', 'gone'] as const)('a section sent when its session had ended (%s)', (end) => {
  test('leads to signing in, shows nothing of it, and has it in its boxes for the same person afterwards', async () => {
    const { draft, somebody, form } = await typedAndSignedOut(end)
    const answer = await post(somebody, draft.at('/sections/b'), form)
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in?next=%2Fkept-form'])
    const door = (await somebody.get('/sign-in?next=%2Fkept-form')).text
    expect(door).not.toContain(CANARY)
    expect(door).toContain('What you typed is kept for you: sign in to go on with it.')
    expect((await somebody.get('/sign-in')).text).not.toContain('is kept for you')

    const entered = await somebody.signIn(draft.preparer.email)
    expect(entered.headers.location).toBe('/kept-form')
    const led = await somebody.get('/kept-form').redirects(2)
    expect(led.text).toContain('You were signed out before this was saved.')
    expect([boxIn(led.text, 'sw_emp_in.hc'), led.text.includes(CANARY)]).toEqual(['41', true])
    expect(led.text).toMatch(/value="esr"[^>]* checked/)

    const saved = await somebody.post(draft.at('/sections/b'), {
      ...form,
      _csrf: tokenIn(led.text),
      _form: markIn(led.text),
    })
    expect(saved.status).toBe(303)
    expect(boxIn((await somebody.get(draft.at('/sections/b'))).text, 'sw_emp_in.hc')).toBe('41')
  })

  test('is not for who signs in there next: they begin at home, and see nothing of it', async () => {
    const { draft, somebody, form } = await typedAndSignedOut(end)
    await post(somebody, draft.at('/sections/b'), form)
    const next = await make(db).employer()
    const entered = await somebody.signIn(next.preparer.email)

    expect(entered.headers.location).toBe('/returns')
    for (const path of ['/kept-form', draft.at('/sections/b/kept'), '/returns']) {
      expect((await somebody.get(path).redirects(3)).text).not.toContain(CANARY)
    }
  })
})

test('a colleague who may open the same section sees nothing of it either', async () => {
  const { draft, somebody, form } = await typedAndSignedOut()
  await post(somebody, draft.at('/sections/b'), form)
  await make(db).assignment({ returnId: draft.id, personId: draft.contributor.id, section: 'b' })
  const entered = await somebody.signIn(draft.contributor.email)

  expect(entered.headers.location).toBe('/returns')
  const page = await somebody.get(draft.at('/sections/b/kept')).redirects(3)
  expect([page.status, page.text.includes(CANARY)]).toEqual([200, false])
  // And it still waits for whom it belongs to.
  expect((await draft.as.signIn(draft.preparer.email)).headers.location).toBe('/kept-form')
})

test('a form whose page belonged to whoever was signed in there before is refused, and shown to nobody else', async () => {
  const { draft, somebody, form } = await typedAndSignedOut()
  await somebody.signIn(draft.contributor.email)
  const answer = await post(somebody, draft.at('/sections/b'), form)

  expect([answer.status, answer.text.includes(CANARY)]).toEqual([403, false])
  expect((await (await employers.signIn(draft.preparer.email)).get('/kept-form').redirects(2)).text).toContain(CANARY)
})

test('what a colleague changed meanwhile is asked about, not overwritten', async () => {
  const { draft, somebody, form } = await typedAndSignedOut()
  await post(somebody, draft.at('/sections/b'), form)
  const colleague = await employers.signIn(draft.preparer.email)
  await colleague.post(draft.at('/sections/b'), { 'sw_emp_in.hc': '40' })
  await somebody.signIn(draft.preparer.email)
  const page = (await somebody.get(draft.at('/sections/b/kept'))).text
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''

  expect(version).toBe(form.version)
  expect((await somebody.post(draft.at('/sections/b'), { version, 'sw_emp_in.hc': '41' })).status).toBe(409)
})

test('any other form waits too, to be sent with one press; a password does not', async () => {
  const draft = await startDraft(employers)
  const page = (await draft.as.get(draft.at('/questions'))).text
  const form = { _csrf: tokenIn(page), _form: markIn(page), question: CANARY, password: 'hush hush', present: 'hush' }
  await sql.query('delete from sessions')
  await post(draft.as, draft.at('/questions'), form)
  await draft.as.signIn(draft.preparer.email)
  const kept = (await draft.as.get('/kept-form')).text

  expect(kept).toContain(`<input type="hidden" name="question" value="${CANARY}">`)
  expect(kept).toContain(`action="${draft.at('/questions')}"`)
  expect(kept).not.toContain('hush')
  expect(JSON.stringify((await sql.query('select fields from kept_forms')).rows)).not.toContain('hush')
})

test('what somebody was led to does not meet them again at the next sign-in, and is thrown away after two hours', async () => {
  const { draft, somebody, form } = await typedAndSignedOut()
  await post(somebody, draft.at('/sections/b'), form)
  expect((await somebody.signIn(draft.preparer.email)).headers.location).toBe('/kept-form')
  expect((await employers.visitor().signIn(draft.preparer.email)).headers.location).toBe('/returns')
  await sql.query(`update kept_forms set expires_at = expires_at - interval '121 minutes'`)
  expect((await somebody.get('/kept-form')).headers.location).toBe('/returns')
  await pruneForms(services)
  expect((await sql.query('select 1 from kept_forms')).rowCount).toBe(0)
})

test('nothing is kept of what carries no mark of ours, or a made-up one', async () => {
  await sql.query('delete from kept_forms')
  const { draft, somebody, form } = await typedAndSignedOut()
  const changed = `${form._form.slice(0, -4)}AAAA`
  for (const _form of ['', 'x'.repeat(91), changed]) {
    await post(somebody, draft.at('/sections/b'), { ...form, _form })
  }
  expect((await sql.query('select 1 from kept_forms')).rowCount).toBe(0)
})
