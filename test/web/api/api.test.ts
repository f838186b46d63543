import request from 'supertest'
import { routesOf } from '../../../server/app'
import { apiDocument } from '../../../server/web/api/openapi/document'
import type { Schema } from '../../../server/web/api/openapi/schema'
import { useApp } from '../../support/app'
import { csvRecords } from '../../support/csvRecords'
import { make } from '../../support/make'
import { submitted } from '../../support/submitted'
import { faultsOf } from './conforms'

const ours = useApp()
const { app, db, sql, services, lines } = ours

const { paths, components } = apiDocument(services.publicUrl)
const described = Object.entries(paths).filter(([path]) => path !== '/openapi.json')

const everyScope = ['collections', 'organisations', 'returns', 'answers', 'figures'] as const

let token: string
let trust: Awaited<ReturnType<typeof submitted>>

/** Asks as a program does. */
const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  request(app)
    .get(`/api/v1${path}`)
    .set({ authorization: `Bearer ${token}`, ...headers })
    .buffer(true)

const schemaOf = (path: string, form: string): Schema => {
  const found = paths as Readonly<Record<string, { get: { responses: Record<string, { content?: unknown }> } }>>
  const content = found[path]?.get.responses['200']?.content as Readonly<Record<string, { schema: Schema }>> | undefined
  const schema = content?.[form]?.schema
  if (!schema) throw new Error(`${path} is not described as ${form}`)
  return schema
}

const filled = (path: string) =>
  path
    .replace('{code}', 'mhsw-2019')
    .replace('/returns/{id}', `/returns/${trust.returnId}`)
    .replace('/submissions/{id}', `/submissions/${trust.id}`)

const problemFaults = (body: unknown) => faultsOf(body, components.schemas.Problem ?? {}, components.schemas)

beforeAll(async () => {
  const made = make(db)
  ;({ token } = await made.token({ scopes: [...everyScope] }))
  trust = await submitted(ours, {
    explanation: 'That is how many there are',
    cells: {
      has_mhsw: 'yes',
      'sw_emp_in.hc': 41,
      'sw_emp_out.hc': 0,
      amhp_emp_any: 'yes',
      'amhp_emp.wte': { state: 'not_collected', reason: 'not_recorded' },
      'amhp_emp_prof.psychologist.hc': 5,
      partnership_model: ['other'],
    },
  })
  for (let more = 0; more < 6; more += 1) await submitted(ours, { type: 'local_authority', cells: { has_mhsw: 'no' } })
  await made.return()
})

describe('the document', () => {
  test('is for anybody, and is what the tests below go by', async () => {
    const { body, status } = await request(app).get('/api/v1/openapi.json')
    expect(status).toBe(200)
    expect(body).toEqual(JSON.parse(JSON.stringify(apiDocument(services.publicUrl))))
    expect(body).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'http://localhost:3000/api/v1' }] })
  })

  test('describes every way in, and no other', () => {
    const mounted = routesOf(services)
      .filter(({ path }) => path.startsWith('/api/'))
      .map(({ path }) => path.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}'))
    expect(mounted.sort()).toEqual(Object.keys(paths).sort())
  })

  test.each(described.map(([path]) => path))('%s is answered as it says', async (path) => {
    const answer = await ask(filled(path))
    expect([answer.status, answer.headers['set-cookie']]).toEqual([200, undefined])
    const form = answer.type
    const schema = schemaOf(path, form)
    const told: unknown[] =
      form === 'application/x-ndjson'
        ? answer.text
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line) as unknown)
        : [answer.body]
    expect(told.flatMap((each) => faultsOf(each, schema, components.schemas))).toEqual([])
  })

  test('would be found out if it were wrong', () => {
    const one = { type: 'about:blank', title: 'Odd', status: 200, more: 1 }
    expect(problemFaults(one)).toEqual(['.detail: is missing', '.status: is less than 400', '.more: is not described'])
  })
})

describe('a token', () => {
  const plain = (given?: string) => {
    const asked = request(app).get('/api/v1/collections')
    return given === undefined ? asked : asked.set('authorization', given)
  }

  test('is needed, and must work', async () => {
    const made = make(db)
    const expired = await made.token({ expiresAt: new Date('2020-01-01T00:00:00Z') })
    const revoked = await made.token({ revokedAt: new Date('2020-01-01T00:00:00Z') })
    const tried = [
      undefined,
      'Bearer wr_nobody',
      `Bearer ${expired.token}`,
      `Bearer ${revoked.token}`,
      `Basic ${token}`,
    ]
    for (const given of tried) {
      const { status, type, body, headers } = await plain(given)
      expect([status, type]).toEqual([401, 'application/problem+json'])
      expect(headers['www-authenticate']).toMatch(/^Bearer /)
      expect(problemFaults(body)).toEqual([])
    }
  })

  test('says why it does not work', async () => {
    const { token: expired } = await make(db).token({ expiresAt: new Date('2020-01-01T00:00:00Z') })
    const { body } = await plain(`Bearer ${expired}`)
    expect(body).toMatchObject({ detail: 'The token has expired. Ask an administrator for another.' })
  })

  test.each(described)('reads only what it was made for (%s)', async (path, { get }) => {
    const words = 'description' in get ? String(get.description) : ''
    const needed = words.split(' ')[5]?.replace('.', '')
    const scopes = everyScope.filter((each) => each !== needed)
    const { token: other } = await make(db).token({ scopes: [...scopes] })
    expect(scopes).toHaveLength(4)
    const { status, body } = await ask(filled(path), { authorization: `Bearer ${other}` })
    expect(status).toBe(403)
    expect(problemFaults(body)).toEqual([])
  })

  test('is no session: a cookie does nothing here, and none is given', async () => {
    const admin = await ours.signIn((await make(db).person({ staffRole: 'admin' })).email)
    const { status, headers } = await admin.get('/api/v1/collections')
    expect([status, headers['set-cookie']]).toEqual([401, undefined])
  })

  test('says when it was last used, and is never in the log', async () => {
    const one = await make(db).token()
    await ask('/collections', { authorization: `Bearer ${one.token}` })
    const { rows } = await sql.query('select used_at is not null as used from tokens where id = $1', [one.id])
    expect(rows).toEqual([{ used: true }])
    expect(lines.join('')).not.toContain(one.token)
  })

  test('may be used so often a minute', async () => {
    const one = await make(db).token()
    await sql.query(
      `insert into throttles (key, tries, ends_at) values ($1, 299, clock_timestamp() + interval '40 seconds')`,
      [`token ${one.id}`],
    )
    const headers = { authorization: `Bearer ${one.token}` }
    expect((await ask('/collections', headers)).status).toBe(200)
    const refused = await ask('/collections', headers)
    expect([refused.status, problemFaults(refused.body)]).toEqual([429, []])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(30)
    expect((await ask('/collections')).status).toBe(200)
  })
})

describe('a list', () => {
  async function pages(path: string, limit: number) {
    const items: Record<string, unknown>[][] = []
    let next: string | null = `${path}?limit=${limit}`
    while (next !== null) {
      const { body, headers } = await ask(next)
      const page = body as { items: Record<string, unknown>[]; next: string | null }
      items.push(page.items)
      expect(headers.link).toBe(page.next === null ? undefined : `<${page.next}>; rel="next"`)
      next = page.next?.replace('http://localhost:3000/api/v1', '') ?? null
    }
    return items
  }

  test.each([
    ['/organisations', 'select code as key from organisations', 'code'],
    ['/collections/mhsw-2019/returns', 'select id as key from returns', 'id'],
  ])('%s has everything once over its pages', async (path, query, key) => {
    const found = await pages(path, 3)
    const { rows } = await sql.query<{ key: string }>(query)
    expect(found.slice(0, -1).every((page) => page.length === 3)).toBe(true)
    expect(
      found
        .flat()
        .map((item) => item[key])
        .sort(),
    ).toEqual(rows.map((row) => row.key).sort())
  })

  test('has its pages of answers end with a whole submission', async () => {
    const seen: string[] = []
    let next: string | undefined = '/collections/mhsw-2019/answers?limit=2'
    while (next !== undefined) {
      const { text, headers } = await ask(next, { accept: 'text/csv' })
      const records = csvRecords(text)
      const submissions = [...new Set(records.map(({ submission }) => submission ?? ''))]
      expect(submissions.length).toBeLessThanOrEqual(2)
      seen.push(...submissions)
      next = /<http:\/\/localhost:3000\/api\/v1([^>]+)>/.exec(String(headers.link ?? ''))?.[1]
    }
    const { rows } = await sql.query<{ reference: string }>('select reference from submissions')
    expect(seen.sort()).toEqual(rows.map(({ reference }) => reference).sort())
  })

  test.each(['limit=0', 'limit=1001', 'limit=ten', 'limit=1&limit=2', 'after=%27%3B--'])(
    'says what is wrong with %s',
    async (query) => {
      const { status, body } = await ask(`/collections/mhsw-2019/returns?${query}`)
      expect([status, problemFaults(body)]).toEqual([422, []])
    },
  )
})

describe('an answer', () => {
  test.each(described.map(([path]) => path))('is not sent again while it is as it was (%s)', async (path) => {
    const first = await ask(filled(path))
    const again = await ask(filled(path), { 'if-none-match': String(first.headers.etag) })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  test('is sent again once it has changed', async () => {
    const path = '/collections/mhsw-2019/returns'
    const { headers } = await ask(path)
    await sql.query('update returns set last_saved_at = app_now() where id = $1', [trust.returnId])
    expect((await ask(path, { 'if-none-match': String(headers.etag) })).status).toBe(200)
  })

  test.each([
    ['/collections', 'text/html'],
    ['/collections/mhsw-2019/answers', 'application/pdf'],
  ])('%s cannot be had as %s', async (path, accept) => {
    const { status, body } = await ask(path, { accept })
    expect([status, problemFaults(body)]).toEqual([406, []])
  })

  test.each(['/collections/mhsw-1066', '/returns/00000000-0000-4000-8000-000000000000', '/returns/1', '/nothing'])(
    '%s is not there, and says so as programs are told',
    async (path) => {
      const { status, type, body } = await ask(path)
      expect([status, type, problemFaults(body)]).toEqual([404, 'application/problem+json', []])
    },
  )

  test('says the same in each form, and as the file does', async () => {
    const path = '/collections/mhsw-2019/answers'
    const csv = csvRecords((await ask(path, { accept: 'text/csv' })).text)
    const json = (await ask(path)).text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(json).toHaveLength(csv.length)
    const plainly = (value: unknown) => (value === null ? '' : Array.isArray(value) ? value.join(' | ') : String(value))
    const columns = ['submission', 'address', 'state', 'value', 'reason', 'explanation', 'route'] as const
    expect(json.map((line) => columns.map((name) => plainly(line[name])))).toEqual(
      csv.map((line) => columns.map((name) => line[name])),
    )
  })

  test('of one submission has all that it says', async () => {
    const { body } = await ask(`/submissions/${trust.id}`)
    const { answers, explained } = body as { answers: { address: string; state: string }[]; explained: unknown[] }
    const said = answers.filter(({ state }) => state === 'value' || state === 'not_collected')
    expect(said.map(({ address }) => address).sort()).toEqual(Object.keys(trust.cells).sort())
    expect(explained).not.toEqual([])
  })
})
