import request from 'supertest'
import { useApp } from '../../support/app'
import { make } from '../../support/make'
import { tokenIn } from '../../support/signIn'

const { app, db, lines, signIn, sql, visitor } = useApp()

const wrongEither = 'The email address or the password is not right. Check both, and try again.'

describe('signing in', () => {
  beforeAll(() => make(db).collection())

  test('leads an employer to their returns, and the network to its newest collection', async () => {
    const { preparer } = await make(db).employer()
    const staff = await make(db).person({ staffRole: 'network' })

    expect((await visitor().signIn(preparer.email)).headers.location).toBe('/returns')
    expect((await visitor().signIn(staff.email)).headers.location).toBe('/network/collections/mhsw-2019')
  })

  test('does not mind how the address is written, and takes the password exactly as it was typed', async () => {
    const { email } = await make(db).person({ staffRole: 'analyst' })

    expect((await visitor().signIn(` ${email.toUpperCase()} `)).status).toBe(303)
    expect((await visitor().signIn(email, 'demonstration ')).status).toBe(422)
    expect((await visitor().signIn(email, 'Demonstration')).status).toBe(422)
  })

  test('says the same of a wrong password, of nobody, and of somebody who may no longer', async () => {
    const made = make(db)
    const known = await made.person({ staffRole: 'network' })
    const gone = await made.person({ staffRole: 'network' })
    const without = await made.person({ staffRole: 'network' })
    await sql.query('update people set deactivated_at = now() where id = $1', [gone.id])
    await sql.query('update people set password_hash = null where id = $1', [without.id])
    const tries = [
      [known.email, 'wrong'],
      ['nobody@thornmere-trust.example', 'wrong'],
      [gone.email, 'demonstration'],
      [without.email, 'demonstration'],
    ] as const

    const pages = []
    for (const [email, password] of tries) {
      const answer = await visitor().signIn(email, password)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(`<a href="#email">${wrongEither}</a>`)
      pages.push(answer.text.replaceAll(email, 'EMAIL').replace(/"[\w+/=]{24}"|[\da-f]{64}/g, ''))
    }
    expect(new Set(pages).size).toBe(1)
  })

  test('keeps the address that was typed, and never prints a password', async () => {
    const answer = await visitor().signIn('somebody@thornmere-trust.example', 'a-secret-of-mine')

    expect(answer.text).toContain('value="somebody@thornmere-trust.example"')
    expect(answer.text + lines.join('')).not.toContain('a-secret-of-mine')
  })

  test('asks for what was left out', async () => {
    const answer = await visitor().signIn('', '')

    expect(answer.status).toBe(422)
    expect(answer.text).toContain('<title>Error: Sign in')
    expect(answer.text).toContain('<a href="#email">Enter your email address</a>')
    expect(answer.text).toContain('<a href="#password">Enter your password</a>')
  })

  test('leads on to the page that was wanted', async () => {
    const { preparer } = await make(db).employer()
    const somebody = visitor()
    const asked = await somebody.get('/network/collections/mhsw-2019?status=nil')
    const page = await somebody.get(asked.headers.location ?? '')
    const fields = { _csrf: tokenIn(page.text), email: preparer.email, password: 'demonstration' }
    const next = /name="next" value="([^"]+)"/.exec(page.text)?.[1]
    const answer = await somebody.agent
      .post('/sign-in')
      .type('form')
      .send({ ...fields, next })

    expect(answer.headers.location).toBe('/network/collections/mhsw-2019?status=nil')
  })

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    '\t//evil.example',
    '/%2f%2fevil.example',
    '/returns/..//evil.example',
    '/returns\u0000',
    '/returns\r\nSet-Cookie: a=b',
    'javascript:alert(1)',
    `/returns/${'x'.repeat(5000)}`,
  ])('does not lead anywhere else: %j', async (next) => {
    const { preparer } = await make(db).employer()
    const somebody = visitor()
    const _csrf = await somebody.csrf()
    const fields = { _csrf, email: preparer.email, password: 'demonstration', next }

    const page = await request(app).get(`/sign-in?next=${encodeURIComponent(next)}`)
    expect(page.text).toContain('name="next" value=""')
    const answer = await somebody.agent.post('/sign-in').type('form').send(fields)
    expect(answer.headers.location).toBe('/returns')
  })

  test('is not asked of whoever has signed in', async () => {
    const somebody = await signIn((await make(db).employer()).preparer.email)

    expect((await somebody.get('/sign-in')).headers.location).toBe('/returns')
    expect((await somebody.get('/')).headers.location).toBe('/returns')
  })
})

describe('guessing', () => {
  const from = (address: string) => ({ 'X-Forwarded-For': address })

  async function guess(email: string, password: string, headers: Record<string, string> = {}) {
    const somebody = visitor()
    const _csrf = await somebody.csrf()
    return somebody.agent.post('/sign-in').set(headers).type('form').send({ _csrf, email, password })
  }

  beforeEach(() => sql.query('delete from throttles'))

  test('stops after ten tries, however many come at once, and says how long to wait', async () => {
    const { email } = await make(db).person({ staffRole: 'network' })
    const answers = await Promise.all(Array.from({ length: 16 }, () => guess(email, 'wrong')))
    const stopped = answers.filter(({ status }) => status === 429)

    expect(answers.filter(({ status }) => status === 422)).toHaveLength(10)
    expect(stopped).toHaveLength(6)
    expect(Number(stopped[0]?.headers['retry-after'])).toBeGreaterThan(800)
    expect(stopped[0]?.text).toContain('Wait 15 minutes, then try again.')
    expect((await guess(email, 'demonstration')).status).toBe(429)
  })

  test('is possible again when the time is over', async () => {
    const { email } = await make(db).person({ staffRole: 'network' })
    for (let tries = 0; tries < 11; tries++) await guess(email, 'wrong')
    await sql.query("update throttles set ends_at = ends_at - interval '15 minutes'")

    expect((await guess(email, 'demonstration')).status).toBe(303)
  })

  test('is counted for the address it comes from, whatever that says of itself', async () => {
    await sql.query(
      "insert into throttles values ('sign-in place 127.0.0.1', 100, clock_timestamp() + interval '1 minute')",
    )

    const answer = await guess('nobody@thornmere-trust.example', 'x', from('198.51.100.1'))
    expect(answer.status).toBe(429)
  })

  test('does not count those who were right', async () => {
    const { email } = await make(db).person({ staffRole: 'network' })
    for (let times = 0; times < 12; times++) expect((await guess(email, 'demonstration')).status).toBe(303)
  })
})

describe('guessing through the proxy we know', () => {
  const proxied = useApp({ trustProxy: 1 })

  test('elsewhere does not keep the owner of an account out', async () => {
    const { email } = await make(proxied.db).person({ staffRole: 'network' })
    const guess = async (password: string, address: string) => {
      const somebody = proxied.visitor()
      const _csrf = await somebody.csrf()
      const sent = somebody.agent.post('/sign-in').set('X-Forwarded-For', address)
      return sent.type('form').send({ _csrf, email, password })
    }
    for (let tries = 0; tries < 12; tries++) await guess('wrong', `198.51.100.9`)

    expect((await guess('demonstration', '198.51.100.9')).status).toBe(429)
    expect((await guess('demonstration', '203.0.113.5')).status).toBe(303)
  })
})
