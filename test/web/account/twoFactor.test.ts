import { codeInFours } from '../../../server/domain/people/oneTimeCodes'
import { useApp, type TestApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { passwordLinkFor, placesOf } from '../../support/links'
import { make, password } from '../../support/make'
import { codeOf, earlyInHalfMinute } from '../../support/oneTimeCode'
import type { Visitor } from '../../support/signIn'

const optional = useApp()
const required = useApp({ requireTwoFactor: true })

const keyIn = (html: string): string => (/class="code-key">([^<]+)</.exec(html)?.[1] ?? '').replaceAll(' ', '')
const appIn = (html: string): string => /name="app_secret" value="([^"]+)"/.exec(html)?.[1] ?? ''
const codesIn = (html: string): string[] => [...html.matchAll(/<li><code>([^<]+)</g)].map(([, code = '']) => code)

/** Somebody who has just set up an app: what it makes its codes from, and their recovery codes. */
async function withApp({ db, signIn }: TestApp) {
  const { preparer } = await make(db).employer()
  const somebody = await signIn(preparer.email)
  const page = await somebody.get('/account/two-factor/app')
  const key = keyIn(page.text)
  // The code of half a minute ago: those of now and of in half a minute are still to be taken.
  const sent = { app_secret: appIn(page.text), one_time_code: codeOf(key, -1), present: password }
  const done = await somebody.post('/account/two-factor/app', sent)
  expect(done.headers.location).toBe('/account/two-factor/recovery-codes')
  const codes = codesIn((await somebody.get('/account/two-factor/recovery-codes')).text)
  return { preparer, somebody, key, codes }
}

/** Somebody who has given their password and is asked for more. */
async function atTheDoor({ visitor }: TestApp, email: string): Promise<Visitor & { readonly leads: string }> {
  const there = visitor()
  const answer = await there.signIn(email)
  there.forget()
  return { ...there, leads: String(answer.headers.location) }
}

/** So many browsers in which somebody has given the password. */
async function doorsOf(count: number, email: string) {
  const doors: Awaited<ReturnType<typeof atTheDoor>>[] = []
  while (doors.length < count) doors.push(await atTheDoor(optional, email))
  return doors
}

beforeEach(earlyInHalfMinute)

describe('somebody who has set up an app', () => {
  test('signs in with their password and its code, and goes where they wanted to', async () => {
    const { preparer, key } = await withApp(optional)
    const there = await atTheDoor(optional, preparer.email)
    expect(there.leads).toBe('/sign-in/code')
    expect((await there.get('/returns')).headers.location).toBe('/sign-in?next=%2Freturns')

    const answer = await there.post('/sign-in/code', { one_time_code: codeOf(key) })
    expect([answer.status, answer.headers.location]).toEqual([303, '/returns'])
    expect((await there.get('/returns')).status).toBe(200)
  })

  test('is not signed in by their password, in any answer of the service', async () => {
    const { preparer } = await withApp(optional)
    const there = await atTheDoor(optional, preparer.email)
    for (const path of ['/returns', '/team', '/account', '/kept-form']) {
      expect([path, (await there.get(path)).status]).toEqual([path, 302])
    }
    expect((await there.get('/session.json').set('accept', 'application/json')).status).toBe(401)
    expect((await there.get('/sign-in/two-factor')).headers.location).toBe('/sign-in')
    expect((await there.post('/sign-in/two-factor', { one_time_code: '123456' })).headers.location).toBe('/sign-in')
  })

  test('uses each code once, of many that are sent together', async () => {
    const { preparer, key } = await withApp(optional)
    const code = codeOf(key)
    const doors = await doorsOf(4, preparer.email)
    const answers = await Promise.all(doors.map((there) => there.post('/sign-in/code', { one_time_code: code })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422])
  })

  test('may try five codes in a quarter of an hour, and is told so, whoever else tries with them', async () => {
    const { preparer, key } = await withApp(optional)
    const doors = await doorsOf(8, preparer.email)
    const wrong = codeOf(key, 40)
    const answers = await Promise.all(doors.map((there) => there.post('/sign-in/code', { one_time_code: wrong })))
    expect(answers.map(({ status }) => status).sort()).toEqual([422, 422, 422, 422, 422, 429, 429, 429])
    const late = await doors[0]?.post('/sign-in/code', { one_time_code: codeOf(key) })
    expect([late?.status, late?.headers['retry-after']]).toEqual([429, expect.stringMatching(/^\d+$/)])
    expect(late?.text).toContain('There have been too many tries. Wait 15 minutes')
  })

  test('is told what a code looks like, which is no try', async () => {
    const { preparer } = await withApp(optional)
    const there = await atTheDoor(optional, preparer.email)
    for (const code of ['', '12345', 'abcdef', '123 4567']) {
      const answer = await there.post('/sign-in/code', { one_time_code: code })
      expect([answer.status, answer.text.includes('Enter the 6 digits')]).toEqual([422, true])
    }
    const { rows } = await optional.sql.query("select tries from throttles where key = 'one-time code ' || $1", [
      preparer.id,
    ])
    expect(rows).toEqual([])
  })

  test('signs in without the app with a recovery code, once, and is told by letter', async () => {
    const { preparer, codes } = await withApp(optional)
    const [code = ''] = codes
    expect(codes).toHaveLength(10)
    const answer = await (
      await atTheDoor(optional, preparer.email)
    ).post('/sign-in/code', { one_time_code: code.toUpperCase() })
    expect(answer.headers.location).toBe('/returns')
    expect(
      (await (await atTheDoor(optional, preparer.email)).post('/sign-in/code', { one_time_code: code })).status,
    ).toBe(422)
    const { rows } = await optional.sql.query<{ subject: string }>(
      "select subject from post where person_id = $1 and kind = 'second_factor_changed' order by created_at",
      [preparer.id],
    )
    expect(rows.map(({ subject }) => subject)).toEqual([
      'Two-factor sign-in is on: Workforce Returns',
      'A recovery code was used: Workforce Returns',
    ])
  })

  test('is asked for a code after a new password by letter, too', async () => {
    const { preparer } = await withApp(optional)
    const link = await passwordLinkFor(optional, preparer.email)
    const chosen = 'seven unlikely herons'
    expect((await optional.visitor().post(link, { password: chosen })).headers.location).toBe('/sign-in')
    const there = optional.visitor()
    expect((await there.signIn(preparer.email, chosen)).headers.location).toBe('/sign-in/code')
  })

  test('must give the password again when ten minutes have gone, by real time', async () => {
    const { preparer, key } = await withApp(optional)
    const there = await atTheDoor(optional, preparer.email)
    await optional.sql.query(
      `update sessions set data = jsonb_set(data, '{halfway,since}', to_jsonb((data #>> '{halfway,since}')::float8 - 601))
       where data #>> '{halfway,personId}' = $1`,
      [preparer.id],
    )
    const answer = await there.post('/sign-in/code', { one_time_code: codeOf(key) })
    expect(answer.headers.location).toBe('/sign-in')
    expect((await there.get('/sign-in')).text).toContain('a code must follow within ten minutes')
  })

  test('does not get in who has been deactivated between password and code', async () => {
    const { preparer, key } = await withApp(optional)
    const there = await atTheDoor(optional, preparer.email)
    await optional.sql.query('update people set deactivated_at = now() where id = $1', [preparer.id])
    expect((await there.post('/sign-in/code', { one_time_code: codeOf(key) })).headers.location).toBe('/sign-in')
  })
})

describe('setting up an app', () => {
  test('needs a code of that app and the present password, and says which is wrong', async () => {
    const { preparer } = await make(optional.db).employer()
    const somebody = await optional.signIn(preparer.email)
    const page = await somebody.get('/account/two-factor/app')
    expect(page.text).toContain('<svg')
    const app = appIn(page.text)
    const tries = [
      [{ app_secret: app, one_time_code: '', present: password }, 'Enter the 6 digits'],
      [
        { app_secret: app, one_time_code: codeOf(keyIn(page.text), 9), present: password },
        'This is not the code your app shows',
      ],
      [{ app_secret: app, one_time_code: codeOf(keyIn(page.text)), present: '' }, 'Enter your present password'],
      [
        { app_secret: app, one_time_code: codeOf(keyIn(page.text)), present: 'another' },
        'This is not your present password',
      ],
    ] as const
    for (const [fields, says] of tries) {
      const answer = await somebody.post('/account/two-factor/app', fields)
      expect([answer.status, answer.text.includes(says)]).toEqual([422, true])
      expect(keyIn(answer.text)).toBe(keyIn(page.text))
    }
    expect((await optional.signIn(preparer.email)).agent).toBeDefined()
  })

  test('takes nobody else’s secret', async () => {
    const [one, other] = [await make(optional.db).employer(), await make(optional.db).employer()]
    const theirs = await (await optional.signIn(other.preparer.email)).get('/account/two-factor/app')
    const somebody = await optional.signIn(one.preparer.email)
    const sent = { app_secret: appIn(theirs.text), one_time_code: codeOf(keyIn(theirs.text)), present: password }
    const answer = await somebody.post('/account/two-factor/app', sent)
    expect(answer.status).toBe(422)
    expect(keyIn(answer.text)).not.toBe(keyIn(theirs.text))
  })

  test('shows the recovery codes once', async () => {
    const { somebody, codes } = await withApp(optional)
    expect(codes).toHaveLength(10)
    expect((await somebody.get('/account/two-factor/recovery-codes')).headers.location).toBe('/account/two-factor')
    expect((await somebody.get('/account/two-factor')).text).toContain('You have 10 recovery codes left')
  })

  test('again makes the codes of the app before, and its recovery codes, worthless', async () => {
    const { preparer, somebody, key, codes } = await withApp(optional)
    const page = await somebody.get('/account/two-factor/app')
    await somebody.post('/account/two-factor/app', {
      app_secret: appIn(page.text),
      one_time_code: codeOf(keyIn(page.text), -1),
      present: password,
    })
    const there = await atTheDoor(optional, preparer.email)
    expect((await there.post('/sign-in/code', { one_time_code: codeOf(key) })).status).toBe(422)
    expect((await there.post('/sign-in/code', { one_time_code: codes[0] ?? '' })).status).toBe(422)
    expect((await there.post('/sign-in/code', { one_time_code: codeOf(keyIn(page.text)) })).status).toBe(303)
  })

  test('leaves neither its secret nor a recovery code in the database or the log', async () => {
    const { key, codes } = await withApp(optional)
    const canaries = [key, ...codes, ...codes.map((code) => code.replaceAll('-', ''))]
    for (const canary of canaries) {
      expect(await placesOf(optional.sql, canary)).toEqual([])
      expect(optional.lines.join('')).not.toContain(canary)
    }
  })
})

describe('one’s own two-factor sign-in', () => {
  test('can be turned off with the present password, and then the password is enough', async () => {
    const { preparer, somebody } = await withApp(optional)
    const wrong = await somebody.post('/account/two-factor/removal', { present: 'another' })
    expect([wrong.status, wrong.text.includes('This is not your present password')]).toEqual([422, true])
    const off = await somebody.post('/account/two-factor/removal', { present: password })
    expect(off.headers.location).toBe('/account/two-factor')
    expect((await somebody.get('/account/two-factor')).text).toContain('Set up an app')
    expect((await atTheDoor(optional, preparer.email)).leads).toBe('/returns')
  })

  test('gets new recovery codes, and the old ones are worthless', async () => {
    const { preparer, somebody, codes } = await withApp(optional)
    await somebody.post('/account/two-factor/recovery-codes', { present: password })
    const fresh = codesIn((await somebody.get('/account/two-factor/recovery-codes')).text)
    expect(fresh).toHaveLength(10)
    const there = await atTheDoor(optional, preparer.email)
    expect((await there.post('/sign-in/code', { one_time_code: codes[0] ?? '' })).status).toBe(422)
    expect((await there.post('/sign-in/code', { one_time_code: fresh[0] ?? '' })).status).toBe(303)
  })
})

describe('where everybody must have it', () => {
  test('whoever has no app sets one up before they are signed in, and is shown their recovery codes', async () => {
    const { preparer } = await make(required.db).employer()
    const there = await atTheDoor(required, preparer.email)
    expect(there.leads).toBe('/sign-in/two-factor')
    expect((await there.get('/returns')).status).toBe(302)
    const page = await there.get('/sign-in/two-factor')
    expect(page.text).not.toContain('name="present"')
    const done = await there.post('/sign-in/two-factor', {
      app_secret: appIn(page.text),
      one_time_code: codeOf(keyIn(page.text)),
    })
    expect(done.headers.location).toBe('/account/two-factor/recovery-codes')
    const shown = await there.get('/account/two-factor/recovery-codes')
    expect(codesIn(shown.text).map((code) => codeInFours(code.replaceAll('-', '')))).toEqual(codesIn(shown.text))
    expect(shown.text).toContain('href="/returns"')
    expect((await there.get('/returns')).status).toBe(200)
  })

  test('it cannot be turned off', async () => {
    const { preparer } = await make(required.db).employer()
    const there = await atTheDoor(required, preparer.email)
    const page = await there.get('/sign-in/two-factor')
    await there.post('/sign-in/two-factor', { app_secret: appIn(page.text), one_time_code: codeOf(keyIn(page.text)) })
    there.forget()
    expect((await there.get('/account/two-factor')).text).not.toContain('Turn it off')
    const answer = await there.post('/account/two-factor/removal', { present: password })
    expect([answer.status, answer.text.includes('Two-factor sign-in must be on here')]).toEqual([409, true])
  })

  test('a demonstration does not ask for it', async () => {
    const { preparer } = await make(required.db).employer()
    await setClock(required.sql, '2020-01-27T09:05:00Z')
    expect((await atTheDoor(required, preparer.email)).leads).toBe('/returns')
    await required.sql.query('delete from demonstration')
  })
})

describe('an administrator', () => {
  const removal = (id: string) => `/admin/people/${id}/two-factor-removal`

  test('removes it for somebody who has lost everything, with a reason that the audit keeps', async () => {
    const { preparer } = await withApp(optional)
    const admin = await make(optional.db).person({ staffRole: 'admin' })
    const staff = await optional.signIn(admin.email)
    expect((await staff.get(`/admin/people/${preparer.id}`)).text).toContain('Remove two-factor sign-in')
    const refused = await staff.post(removal(preparer.id), { reason: ' ' })
    expect([refused.status, refused.text.includes('Say how you know that it is them')]).toEqual([422, true])
    await staff.post(removal(preparer.id), { reason: 'Rang them at the hospital’s switchboard' })
    expect((await atTheDoor(optional, preparer.email)).leads).toBe('/returns')
    expect((await staff.get('/admin/audit?of=register')).text).toContain('Rang them at the hospital’s switchboard')
    expect((await staff.get(`/admin/people/${preparer.id}`)).text).not.toContain('Remove two-factor sign-in')
  })

  test('does not remove their own', async () => {
    const admin = await make(optional.db).person({ staffRole: 'admin' })
    const staff = await optional.signIn(admin.email)
    const answer = await staff.post(removal(admin.id), { reason: 'It is me' })
    expect([answer.status, answer.text.includes('You cannot remove your own here')]).toEqual([422, true])
  })
})
