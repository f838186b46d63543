import request from 'supertest'
import { createApp, routesOf } from '../../server/app'
import { connect } from '../../server/db/connection'
import { anyone } from '../../server/web/route'
import { testDoor, useApp } from '../support/app'
import { make } from '../support/make'
import { visitor } from '../support/signIn'

const { app, db, lines, services } = useApp()

const nobodyThere = connect('postgres://nobody@127.0.0.1:1/none', { poolSize: 1, onError: () => undefined })
afterAll(() => nobodyThere.destroy())
const withoutDatabase = createApp({ ...services, db: nobodyThere }, testDoor)

const faulty = createApp(services, testDoor, [
  ...routesOf(services),
  anyone('get', '/broken', () => {
    throw new Error('the secret inside')
  }),
  anyone('post', '/broken', () => Promise.reject(new Error('the secret inside'))),
  anyone('get', '/kept/:name', ({ res }) => {
    res.send('kept')
  }),
  anyone('get', '/half', ({ res }) => {
    res.write('half of a page')
    throw new Error('and then no more')
  }),
])

describe('a page that is not there', () => {
  test('says so, with a way on', async () => {
    const answer = await request(app).get('/no-such-page')

    expect(answer.status).toBe(404)
    expect(answer.text).toContain('Page not found')
  })

  test('says so in JSON to a program', async () => {
    const answer = await request(app).get('/no-such-page').set('Accept', 'application/json')

    expect(answer.status).toBe(404)
    expect(answer.body).toEqual({ error: 'Page not found' })
  })
})

describe('a fault of ours', () => {
  test('is a page with a reference that the log knows, and nothing of how it came about', async () => {
    const answer = await request(faulty).get('/broken')
    const [, reference = 'none'] = /class="reference">([^<]+)</.exec(answer.text) ?? []

    expect(answer.status).toBe(500)
    expect(answer.text).not.toMatch(/secret inside|at .*\.ts|node_modules/)
    expect(lines.find((line) => line.includes(reference) && line.includes('the secret inside'))).toBeDefined()
    expect(answer.headers['x-request-id']).toBe(reference)
  })

  test('is told in JSON to a script', async () => {
    const somebody = visitor(faulty)
    await somebody.signIn((await make(db).employer()).preparer.email)
    const answer = await somebody.agent
      .post('/broken')
      .set('x-csrf-token', await somebody.csrf())
      .send({ a: 1 })

    expect(answer.status).toBe(500)
    expect(answer.body).toEqual({ error: 'Sorry, something went wrong', reference: answer.headers['x-request-id'] })
  })

  test('in the middle of a page cuts it off, and the next one is answered', async () => {
    await expect(request(faulty).get('/half')).rejects.toThrow()
    expect((await request(faulty).get('/contact')).status).toBe(200)
  })
})

describe('what cannot be read', () => {
  const post = (path = '/sign-in') => request(app).post(path)

  test('more than a megabyte, or more than 5,000 boxes, is too much', async () => {
    expect(
      (
        await post()
          .type('form')
          .send(`a=${'x'.repeat(1_100_000)}`)
      ).status,
    ).toBe(413)
    const answer = await post().type('form').send('a=1&'.repeat(5001))
    expect(answer.status).toBe(413)
    expect(answer.text).toContain('too much to send at once')
  })

  test('a whole page of the survey is not too much', async () => {
    const boxes = Array.from({ length: 4000 }, (_, at) => `demo_age.row_${at}.hc=12`).join('&')

    expect((await post().type('form').send(boxes)).status).toBe(403)
  })

  test('another kind of body is not read', async () => {
    expect((await post().type('text/plain').send('{"a":1}')).status).toBe(415)
    expect((await post().type('application/xml').send('<a/>')).status).toBe(415)
    expect((await post().attach('workbook', Buffer.from('x'), 'x.xlsx')).status).toBe(415)
  })

  test('JSON that is none, or is no object, is not read', async () => {
    const answer = await post().type('json').send('{"a":')
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ error: 'We could not read this' })
    expect((await post().type('json').send('[1]')).status).toBe(400)
  })

  test('a character that cannot be kept is refused, not a fault', async () => {
    const somebody = visitor(app)
    const answer = await somebody.post('/sign-in', { email: 'a\u0000b@thornmere-trust.example', password: 'x' })

    expect(answer.status).toBe(400)
    expect(answer.text).toContain('cannot be kept')
  })

  test('a name such as __proto__ changes nobody', async () => {
    await post().type('json').send('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')
    await post().type('form').send('__proto__[polluted]=1&constructor[prototype][polluted]=1&__proto__=1')

    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('an address that is none is refused', async () => {
    expect((await request(faulty).get('/kept/%E0%A4%A')).status).toBe(400)
  })
})

describe('while the database is away', () => {
  test('what was typed stays on the page, to be sent again', async () => {
    const signedIn = await visitor(app).signIn((await make(db).employer()).preparer.email)
    const answer = await request(withoutDatabase)
      .post('/returns/1/sections/b')
      .set('Cookie', signedIn.headers['set-cookie']?.[0] ?? '')
      .type('form')
      .send({ 'sw_emp_in.hc': '41' })

    expect(answer.status).toBe(503)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.text).toContain('<dd>41</dd>')
    expect(answer.text).toContain('action="/returns/1/sections/b"')
  })

  test('it lives, but is not ready', async () => {
    expect((await request(withoutDatabase).get('/health/live')).status).toBe(200)
    expect((await request(withoutDatabase).get('/health/ready')).status).toBe(503)
    expect((await request(app).get('/health/ready')).status).toBe(200)
  })

  test('it says so to a script', async () => {
    const answer = await request(withoutDatabase).get('/').set('Accept', 'application/json')

    expect(answer.status).toBe(503)
    expect(answer.body).toMatchObject({ error: 'The service cannot answer just now' })
  })
})

describe('a process', () => {
  test('that is starting lets nobody in yet', async () => {
    const starting = createApp(services, { ...testDoor, stage: () => 'starting' })

    expect((await request(starting).get('/sign-in')).status).toBe(503)
    expect((await request(starting).get('/health/ready')).status).toBe(503)
  })

  test('that is closing answers for the last time on each connection', async () => {
    const closing = createApp(services, { ...testDoor, stage: () => 'closing' })
    const answer = await request(closing).get('/contact')

    expect(answer.status).toBe(200)
    expect(answer.headers.connection).toBe('close')
    expect((await request(closing).get('/health/ready')).status).toBe(503)
  })
})
