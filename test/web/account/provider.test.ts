import { identityProvider } from '../../../server/identityProvider'
import { openLog } from '../../../server/log'
import type { IdentityProvider } from '../../../server/services'
import { useApp } from '../../support/app'
import { type Claims, useIdentityProvider } from '../../support/identityProvider'
import { make } from '../../support/make'

const provider = useIdentityProvider()
const lines: string[] = []
const around = { publicUrl: 'http://localhost:3000', log: openLog('debug', { write: (line) => lines.push(line) }) }

/** Its address is known once the tests run. */
let real: IdentityProvider | undefined
const there = () => (real ??= identityProvider(provider.settings(), around))
const app = useApp({
  identityProvider: {
    begin: () => there().begin(),
    finish: (path, begun) => there().finish(path, begun),
  },
})
const nowhere = useApp({
  identityProvider: identityProvider({ issuer: 'http://127.0.0.1:1', clientId: 'a', clientSecret: 'b' }, around),
})
const without = useApp()

/** Somebody who has signed in at the provider, and comes back. */
async function backFrom(claims: Claims, { next = '', changed = (path: string) => path } = {}) {
  const visitor = app.visitor()
  const sent = await visitor.get(`/sign-in/provider?next=${encodeURIComponent(next)}`)
  const path = changed(provider.signIn(String(sent.headers.location), claims))
  return { visitor, path, answer: await visitor.get(path) }
}

describe('signing in with the account of one’s organisation', () => {
  test('leads to where somebody wanted to go', async () => {
    const { preparer } = await make(app.db).employer()
    expect((await app.visitor().get('/sign-in?next=/team')).text).toContain('href="/sign-in/provider?next=%2Fteam"')
    const { visitor, answer } = await backFrom({ email: preparer.email.toUpperCase() }, { next: '/team' })
    expect([answer.status, answer.headers.location]).toEqual([302, '/team'])
    expect((await visitor.get('/team')).status).toBe(200)
  })

  test('leads nowhere else, whatever was asked for', async () => {
    const { preparer } = await make(app.db).employer()
    const { answer } = await backFrom({ email: preparer.email }, { next: 'https://elsewhere.example/' })
    expect(answer.headers.location).toBe('/returns')
  })

  test('lets nobody in who has no account here, or has one no more', async () => {
    const gone = await make(app.db).person({ staffRole: 'network' })
    await app.sql.query('update people set deactivated_at = now() where id = $1', [gone.id])
    for (const email of ['nobody@elsewhere.example', gone.email]) {
      const { visitor, answer } = await backFrom({ email })
      expect([answer.status, answer.text.includes(`There is no account for ${email} here`)]).toEqual([422, true])
      expect((await visitor.get('/account')).status).toBe(302)
    }
  })

  test.each<[string, (email: string) => Claims]>([
    ['has not verified', (email) => ({ email, email_verified: false })],
    ['does not tell', () => ({})],
  ])('counts no address that the provider %s', async (_what, claims) => {
    const { preparer } = await make(app.db).employer()
    const { answer } = await backFrom(claims(preparer.email))
    expect([answer.status, answer.text.includes('did not succeed')]).toEqual([422, true])
  })

  test('takes what came back once, from the browser that was sent, with the state it was sent with', async () => {
    const { preparer } = await make(app.db).employer()
    const { visitor, path } = await backFrom({ email: preparer.email })
    expect((await visitor.get(path)).status).toBe(422)
    const other = app.visitor()
    const sent = await other.get('/sign-in/provider')
    const theirs = provider.signIn(String(sent.headers.location), { email: preparer.email })
    expect((await app.visitor().get(theirs)).status).toBe(422)
    const changed = (was: string) => was.replace(/state=.{5}/, 'state=AAAAA')
    expect((await backFrom({ email: preparer.email }, { changed })).answer.status).toBe(422)
  })

  test('that somebody broke off there is said, and the password is offered', async () => {
    const changed = () => '/sign-in/provider/return?error=access_denied'
    const { answer } = await backFrom({}, { changed })
    expect([answer.status, answer.text.includes('or use your password')]).toEqual([422, true])
    expect(answer.text).toContain('name="password"')
  })

  test('leaves no secret in the log', () => {
    const logged = lines.join('') + app.lines.join('')
    expect(logged).toContain('the identity provider let nobody in')
    expect(logged).not.toContain(provider.settings().clientSecret)
  })
})

test('a provider that does not answer is said to, and the password still lets people in', async () => {
  const { preparer } = await make(nowhere.db).employer()
  const answer = await nowhere.visitor().get('/sign-in/provider')
  expect([answer.status, answer.text.includes('does not answer')]).toEqual([503, true])
  expect((await nowhere.visitor().signIn(preparer.email)).headers.location).toBe('/returns')
})

test('where there is no provider there is no such button, and nothing comes of asking', async () => {
  expect((await without.visitor().get('/sign-in')).text).not.toContain('/sign-in/provider')
  expect((await without.visitor().get('/sign-in/provider')).headers.location).toBe('/sign-in')
  expect((await without.visitor().get('/sign-in/provider/return?code=1')).headers.location).toBe('/sign-in')
})
