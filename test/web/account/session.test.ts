import { createHash } from 'node:crypto'
import request from 'supertest'
import { useApp } from '../../support/app'
import { make } from '../../support/make'
import type { Visitor } from '../../support/signIn'

const { app, db, signIn, sql, visitor } = useApp()

beforeAll(() => make(db).collection())

const isThere = async (somebody: Visitor) => (await somebody.get('/contact')).text.includes('action="/sign-out"')

const idIn = (cookie: string | undefined) => /^session=s%3A([^.]+)\./.exec(cookie ?? '')?.[1] ?? ''

describe('a session', () => {
  test('is kept without its id: only the hash of that is', async () => {
    const { preparer } = await make(db).employer()
    const answer = await visitor().signIn(preparer.email)
    const id = idIn(answer.headers['set-cookie']?.[0])
    const { rows } = await sql.query<{ whole: string; hash: string }>(
      `select sessions::text as whole, encode(id_hash, 'hex') as hash from sessions where person_id = $1`,
      [preparer.id],
    )

    expect(Buffer.from(id, 'base64url').length).toBeGreaterThanOrEqual(16)
    expect(rows.map(({ hash }) => hash)).toEqual([createHash('sha256').update(id).digest('hex')])
    expect(rows[0]?.whole).not.toContain(id)
  })

  test('is a new one at signing in, and the old id is worth nothing', async () => {
    const { preparer } = await make(db).employer()
    const before = await request(app).get('/sign-in')
    const old = before.headers['set-cookie']?.[0] ?? ''
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(before.text)?.[1]
    const fields = { _csrf, email: preparer.email, password: 'demonstration' }
    const answer = await request(app).post('/sign-in').set('Cookie', old).type('form').send(fields)

    expect(idIn(answer.headers['set-cookie']?.[0])).not.toBe(idIn(old))
    const hash = createHash('sha256').update(idIn(old)).digest()
    expect((await sql.query('select from sessions where id_hash = $1', [hash])).rows).toEqual([])
  })

  test('that was copied is worth nothing after signing out', async () => {
    const { preparer } = await make(db).employer()
    const cookie = (await visitor().signIn(preparer.email)).headers['set-cookie']?.[0] ?? ''
    const page = await request(app).get('/contact').set('Cookie', cookie)
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1]
    const left = await request(app).post('/sign-out').set('Cookie', cookie).type('form').send({ _csrf })

    expect(left.headers['clear-site-data']).toBe('"cache", "storage"')
    expect(left.headers['set-cookie']?.[0]).toMatch(/^session=; .*1970/)
    const later = await request(app).get('/contact').set('Cookie', cookie)
    expect(later.text).not.toContain('Sign out')
  })

  test('ends for somebody who was deactivated, at their next request', async () => {
    const { preparer } = await make(db).employer()
    const somebody = await signIn(preparer.email)
    await sql.query('update people set deactivated_at = now() where id = $1', [preparer.id])

    expect(await isThere(somebody)).toBe(false)
  })

  test('shows somebody with another role only what that may see, at their next request', async () => {
    const person = await make(db).person({ staffRole: 'network' })
    const somebody = await signIn(person.email)
    expect((await somebody.get('/network/collections')).status).not.toBe(404)
    await sql.query('update people set staff_role = null where id = $1', [person.id])

    expect((await somebody.get('/network/collections')).status).toBe(404)
  })
})

describe('how long a session lasts', () => {
  const employer = async () => (await make(db).employer()).preparer
  const staff = () => make(db).person({ staffRole: 'admin' })

  test.each([
    ['an employer, unused', employer, 'seen_at', '59 minutes', true],
    ['an employer, unused', employer, 'seen_at', '61 minutes', false],
    ['an employer, in all', employer, 'created_at', '11 hours 59 minutes', true],
    ['an employer, in all', employer, 'created_at', '12 hours 1 minute', false],
    ['the network, unused', staff, 'seen_at', '29 minutes', true],
    ['the network, unused', staff, 'seen_at', '31 minutes', false],
    ['the network, in all', staff, 'created_at', '7 hours 59 minutes', true],
    ['the network, in all', staff, 'created_at', '8 hours 1 minute', false],
  ] as const)('%s: after %s was %s ago (%s)', async (_who, someone, column, ago, lasts) => {
    const { id, email } = await someone()
    const somebody = await signIn(email)
    await sql.query(`update sessions set ${column} = clock_timestamp() - $2::interval where person_id = $1`, [id, ago])

    expect(await isThere(somebody)).toBe(lasts)
  })

  test('is written down once a minute at most, and no longer than in all', async () => {
    const { id, email } = await staff()
    const somebody = await signIn(email)
    // The first page with a form puts its token into the session.
    await somebody.csrf()
    const seen = async () =>
      (
        await sql.query<{ seen: Date; last: boolean }>(
          `select seen_at as seen, expires_at = created_at + interval '8 hours' as last from sessions where person_id = $1`,
          [id],
        )
      ).rows[0]
    const first = await seen()
    await somebody.get('/contact')
    expect(await seen()).toEqual(first)

    await sql.query(
      `update sessions set seen_at = clock_timestamp() - interval '2 minutes',
         created_at = clock_timestamp() - interval '7 hours 50 minutes' where person_id = $1`,
      [id],
    )
    await somebody.get('/contact')
    expect((await seen())?.seen.getTime()).toBeGreaterThan(first?.seen.getTime() ?? 0)
    expect((await seen())?.last).toBe(true)
  })

  test.each([
    ['ten minutes before the end of all', '11 hours 50 minutes 20 seconds', 480, 540],
    ['in the last minute of all', '11 hours 59 minutes', 1, 60],
  ])('is said by its pages: %s', async (_when, ago, least, most) => {
    const { id, email } = await employer()
    const somebody = await signIn(email)
    await sql.query(`update sessions set created_at = clock_timestamp() - $2::interval where person_id = $1`, [id, ago])
    const said = Number(/data-ends-in="(\d+)"/.exec((await somebody.get('/contact')).text)?.[1])

    expect(said).toBeGreaterThanOrEqual(least)
    expect(said).toBeLessThanOrEqual(most)
  })

  test('does not depend on the clock of a demonstration', async () => {
    const { email } = await employer()
    const somebody = await signIn(email)
    await sql.query(`insert into demonstration (clock_offset) values (interval '-6 years')`)
    expect(await isThere(somebody)).toBe(true)
    await sql.query('delete from demonstration')

    expect(await isThere(somebody)).toBe(true)
  })
})

test('a session that was ended in another window stays ended, whatever this one still does', async () => {
  const { preparer } = await make(db).employer()
  const somebody = await signIn(preparer.email)
  await sql.query('delete from sessions where person_id = $1', [preparer.id])
  await somebody.get('/sign-in')

  expect((await sql.query('select from sessions where person_id = $1', [preparer.id])).rows).toEqual([])
})
