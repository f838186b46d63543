import request from 'supertest'
import { useApp } from '../../support/app'
import { make } from '../../support/make'
import type { Visitor } from '../../support/signIn'

const { app, db, sql, signIn } = useApp()

let admin: Visitor
beforeAll(async () => {
  admin = await signIn((await make(db).person({ staffRole: 'admin', name: 'Maud Ferris' })).email)
})

const asked = { name: 'Regional dashboard', scopes: ['collections', 'returns'], days: '30' }

const reads = (token: string) => request(app).get('/api/v1/collections').set('authorization', `Bearer ${token}`)

async function makeToken(): Promise<string> {
  const { status, headers } = await admin.post('/admin/tokens', asked)
  expect([status, headers.location]).toEqual([303, '/admin/tokens'])
  const [token] = /wr_[\w-]{43}/.exec((await admin.get('/admin/tokens')).text) ?? []
  if (token === undefined) throw new Error('No token was shown')
  return token
}

describe('making a token', () => {
  test('shows it once; then only its hash is kept', async () => {
    const token = await makeToken()
    expect((await reads(token)).status).toBe(200)
    expect((await admin.get('/admin/tokens')).text).not.toContain(token)
    const { rows } = await sql.query<{ kept: string }>('select tokens::text as kept from tokens')
    expect(rows.map(({ kept }) => kept).join()).not.toContain(token)
    const { rows: hashed } = await sql.query('select name from tokens where token_hash = sha256($1::bytea)', [token])
    expect(hashed).toEqual([{ name: 'Regional dashboard' }])
  })

  test('lasts as long as was chosen, in real time', async () => {
    await makeToken()
    const { rows } = await sql.query(
      `select extract(day from expires_at - created_at)::int as days from tokens limit 1`,
    )
    expect(rows).toEqual([{ days: 30 }])
  })

  test.each([
    [{ ...asked, name: ' ' }, 'Enter which system it is for'],
    [{ ...asked, scopes: [] }, 'Choose at least one thing that it may read'],
    [{ ...asked, scopes: ['everything'] }, 'Choose at least one thing that it may read'],
    [{ ...asked, days: '9999' }, 'Choose for how long'],
  ])('keeps what was typed when it cannot be made (%#)', async (sent, says) => {
    const { status, text } = await admin.post('/admin/tokens', sent)
    expect(status).toBe(422)
    expect(text).toContain(says)
    if (sent.name !== ' ') expect(text).toContain('value="Regional dashboard"')
  })
})

test('a token that is revoked is refused from the next request on, and stays on the list', async () => {
  const token = await makeToken()
  const { rows } = await sql.query<{ id: string }>('select id from tokens where token_hash = sha256($1::bytea)', [
    token,
  ])
  const revocation = `/admin/tokens/${rows[0]?.id ?? ''}/revocation`
  expect((await admin.post(revocation)).status).toBe(303)
  expect((await reads(token)).status).toBe(401)
  expect((await admin.get('/admin/tokens')).text).toContain('Revoked by Maud Ferris')
  // Twice is once.
  expect((await admin.post(revocation)).status).toBe(303)
})
