import request from 'supertest'
import { useApp } from '../support/app'
import { make } from '../support/make'

const { app, db, lines, signIn, sql, visitor } = useApp()
const overTls = useApp({ publicUrl: 'https://returns.example', trustProxy: 1 })

const policy = (header: string | undefined): Record<string, string> =>
  Object.fromEntries((header ?? '').split(';').map((each) => [each.trim().split(' ')[0], each.trim()]))

describe('what a browser is told', () => {
  test.each(['/', '/sign-in', '/app.css', '/no-such-page', '/health/live', '/returns'])(
    'with every answer, here %s, is that it may use nothing but what is ours',
    async (path) => {
      const { headers } = await request(app).get(path)
      const csp = policy(headers['content-security-policy'])

      expect(csp['default-src']).toBe("default-src 'none'")
      expect(csp['script-src']).toMatch(/^script-src 'self' 'nonce-[\w+/=]{20,}'$/)
      expect(csp['style-src']).toBe("style-src 'self'")
      for (const closed of ['object-src', 'base-uri', 'frame-ancestors']) expect(csp[closed]).toBe(`${closed} 'none'`)
      expect(csp['form-action']).toBe("form-action 'self'")
      expect(headers['content-security-policy']).not.toMatch(/unsafe|data:|\*/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('same-origin')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['x-powered-by']).toBeUndefined()
    },
  )

  test('is a new nonce with every page, and it is the one on the page', async () => {
    const pages = [await request(app).get('/contact'), await request(app).get('/contact')]
    const nonces = pages.map(({ headers }) => /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1])

    expect(nonces[0]).not.toBe(nonces[1])
    expect(pages[0]?.text).toContain(`nonce="${nonces[0] ?? ''}"`)
  })

  test('is to keep no copy of a page, but to keep what every page uses', async () => {
    expect((await request(app).get('/contact')).headers['cache-control']).toBe('no-store')
    expect((await request(app).get('/app.css')).headers['cache-control']).toMatch(/^public, max-age=\d+/)
  })

  test('is to come over TLS only, for a year, where the address says so', async () => {
    const answer = await request(overTls.app).get('/contact').set('Host', 'returns.example')

    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect((await request(app).get('/contact')).headers['strict-transport-security']).toBeUndefined()
  })
})

describe('a cookie', () => {
  test('is out of reach of scripts and other sites', async () => {
    const [cookie] = (await request(app).get('/sign-in')).headers['set-cookie'] ?? []

    expect(cookie).toMatch(/^session=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('is bound to this host and to TLS where the address says so', async () => {
    const answer = await request(overTls.app).get('/sign-in').set('Host', 'returns.example')

    expect(answer.headers['set-cookie']?.[0]).toMatch(/^__Host-session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  test('is not given, and no session is made, to whoever only looks', async () => {
    const count = async () => (await sql.query<{ count: number }>('select count(*) from sessions')).rows[0]?.count
    const before = await count()
    for (const path of ['/', '/contact', '/app.css', '/health/live', '/health/ready', '/returns', '/no-such-page']) {
      expect((await request(app).get(path)).headers['set-cookie']).toBeUndefined()
    }
    expect(await count()).toBe(before)
  })
})

describe('a post from elsewhere', () => {
  test.each([
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
    ['origin', 'https://evil.example'],
    ['origin', 'null'],
  ])('is refused although it knows the token (%s: %s)', async (header, value) => {
    const { preparer } = await make(db).employer()
    const somebody = await signIn(preparer.email)
    const token = await somebody.csrf()
    const answer = await somebody.agent.post('/sign-out').set(header, value).type('form').send({ _csrf: token })

    expect(answer.status).toBe(403)
    expect((await somebody.get('/contact')).text).toContain('Sign out')
  })

  test('is let through from our own address', async () => {
    const somebody = await signIn((await make(db).employer()).preparer.email)
    const token = await somebody.csrf()
    const own = { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }

    expect((await somebody.agent.post('/sign-out').set(own).type('form').send({ _csrf: token })).status).toBe(303)
  })

  test('does not have a token in its address instead', async () => {
    const somebody = await signIn((await make(db).employer()).preparer.email)

    expect((await somebody.agent.post(`/sign-out?_csrf=${await somebody.csrf()}`)).status).toBe(403)
  })
})

describe('a token', () => {
  test('from before signing in is worth nothing after it', async () => {
    const { preparer } = await make(db).employer()
    const somebody = visitor()
    const before = await somebody.csrf()
    await somebody.signIn(preparer.email)

    expect((await somebody.agent.post('/sign-out').type('form').send({ _csrf: before })).status).toBe(403)
  })

  test('that is wrong costs nobody what they typed: it stays, and can be sent again', async () => {
    const somebody = await signIn((await make(db).employer()).preparer.email)
    const typed = { _csrf: 'wrong', 'sw_emp_in.hc': '41', password: 'not for showing', twice: ['1', '2'] }
    const answer = await somebody.agent.post('/returns/x?y=1').type('form').send(typed)

    expect(answer.status).toBe(403)
    expect(answer.text).toMatch(/<dt>sw_emp_in.hc<\/dt>\s*<dd>41<\/dd>/)
    expect(answer.text).toContain('<form method="post" action="/returns/x?y=1"')
    expect(answer.text).toContain(`name="_csrf" value="${await somebody.csrf()}"`)
    expect(answer.text.match(/name="twice" value="[12]"/g)).toHaveLength(2)
    expect(answer.text).not.toContain('not for showing')
  })

  test('that is wrong is not turned into a form where the post came from elsewhere', async () => {
    const somebody = await signIn((await make(db).employer()).preparer.email)
    const answer = await somebody.agent
      .post('/returns/x')
      .set('origin', 'https://evil.example')
      .type('form')
      .send({ a: '1' })

    expect(answer.status).toBe(403)
    expect(answer.text).not.toContain('action="/returns/x"')
  })
})

describe('a request', () => {
  test('in the name of another site is not answered', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', 'returns.example.evil.example:3000']) {
      expect((await request(app).get('/sign-in').set('Host', host)).status).toBe(421)
    }
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000', 'app']) {
      expect((await request(app).get('/sign-in').set('Host', host)).status).toBe(200)
    }
  })

  test.each(['put', 'delete', 'options'] as const)('with %s leads nowhere', async (method) => {
    expect((await request(app)[method]('/sign-in')).status).toBe(405)
  })

  test('leaves one line in the log, in which nothing is secret', async () => {
    const { preparer } = await make(db).employer()
    const somebody = await signIn(preparer.email)
    await somebody.get('/contact?email=canary-in-the-address')
    const logged = lines.join('')

    expect(logged).toContain('"route":"/contact"')
    expect(logged).toContain(`"personId":"${preparer.id}"`)
    expect(logged).not.toMatch(/canary|demonstration|session=/)
  })
})

describe('what is not a page', () => {
  test.each(['/.git/config', '/.env', '/package.json', '/server/app.ts', '/app.js.map', '/..%2fpackage.json', '/%00'])(
    'is not there: %s',
    async (path) => {
      expect([400, 404]).toContain((await request(app).get(path)).status)
    },
  )

  test('whom to tell of a weakness is, and holds for less than a year', async () => {
    const { text } = await request(app).get('/.well-known/security.txt')
    const [, expires = ''] = /^Expires: (.+)$/m.exec(text) ?? []
    const days = (Date.parse(expires) - Date.now()) / 86_400_000

    expect(text).toContain('Contact: http://localhost:3000/contact')
    expect(days).toBeGreaterThan(30)
    expect(days).toBeLessThan(366)
  })

  test('counts are shown to this machine, but not through a proxy on it', async () => {
    await request(app).get('/contact')

    expect((await request(app).get('/metrics')).text).toContain('route="/contact",status="200"')
    expect((await request(app).get('/metrics').set('X-Forwarded-For', '198.51.100.7')).status).toBe(404)
  })

  test('counts are shown to another machine that has a token for them, and for nothing else', async () => {
    const asked = (token: string) =>
      request(app).get('/metrics').set('X-Forwarded-For', '198.51.100.7').set('Authorization', `Bearer ${token}`)
    const answer = await asked((await make(db).token({ scopes: ['metrics'] })).token)

    expect([answer.status, answer.text.includes('http_request_seconds')]).toEqual([200, true])
    expect((await asked((await make(db).token({ scopes: ['figures'] })).token)).status).toBe(403)
    expect((await asked('none-of-ours')).status).toBe(401)
  })
})
