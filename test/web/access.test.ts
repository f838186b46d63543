import { randomUUID } from 'node:crypto'
import { routesOf } from '../../server/app'
import type { Route } from '../../server/web/route'
import { useApp } from '../support/app'
import { make } from '../support/make'
import type { Visitor } from '../support/signIn'
import { access, type Actor, actors } from './accessTable'

const { db, sql, services, signIn, visitor } = useApp()

const routes = routesOf(services)
const nameOf = ({ method, path }: Route) => `${method.toUpperCase()} ${path}`
const isFor = (actor: Actor, route: Route) => access[nameOf(route)]?.includes(actor) ?? false
/** Ends the session of whoever walks: judged in a test of its own. */
const walked = routes.filter((route) => route.path !== '/sign-out')

const people = {} as Record<Actor, Visitor>
const ids = {
  token: '',
  return: '',
  organisation: '',
  person: '',
  letter: '',
  question: '',
  query: '',
  campaign: '',
  request: '',
  openings: '',
}

beforeAll(async () => {
  // Its clock is at the right time: there is a page to move it.
  await sql.query('insert into demonstration default values')
  const made = make(db)
  const ours = await made.employer()
  // A return that has been sent has every page: its receipt, too.
  await made.submission({ returnId: ours.return.id, signedBy: ours.signatory.id })
  const theirs = await made.employer({ type: 'local_authority' })
  const staff = async (staffRole: 'network' | 'analyst' | 'admin') => (await made.person({ staffRole })).email
  ids.letter = (await made.letter()).id
  ids.campaign = (await made.campaign({ writtenBy: (await made.person({ staffRole: 'network' })).id })).id
  ids.token = (await made.token()).id
  ids.question = (await made.question({ returnId: ours.return.id, askedBy: ours.preparer.id })).id
  ids.request = (await made.request({ returnId: ours.return.id, askedBy: ours.preparer.id })).id
  ids.openings = (await made.bulkExtension({ collectionId: ours.return.collectionId })).id
  ids.return = ours.return.id
  ids.query = (
    await made.query({ returnId: ours.return.id, raisedBy: (await made.person({ staffRole: 'network' })).id })
  ).id
  ids.organisation = ours.organisationId
  ids.person = ours.contributor.id
  const emails: Record<Exclude<Actor, 'anonymous'>, string> = {
    preparer: ours.preparer.email,
    contributor: ours.contributor.email,
    signatory: ours.signatory.email,
    other: theirs.preparer.email,
    network: await staff('network'),
    analyst: await staff('analyst'),
    admin: await staff('admin'),
  }
  people.anonymous = visitor()
  for (const [actor, email] of Object.entries(emails)) people[actor as Actor] = await signIn(email)
})

/** What stands in a path, by the kind of thing the path is about. */
function filled(path: string, returnId = ids.return): string {
  const [, room = ''] = /\/([a-z-]+)\/:id/.exec(path) ?? []
  const id =
    {
      organisations: ids.organisation,
      people: ids.person,
      post: ids.letter,
      tokens: ids.token,
      questions: ids.question,
      queries: ids.query,
      requests: ids.request,
      openings: ids.openings,
    }[room] ?? returnId
  return path
    .replace(':id', id)
    .replace(':section', 'f')
    .replace(':code', 'mhsw-2019')
    .replace(':person', ids.person)
    .replace(':campaign', ids.campaign)
    .replace(':query', ids.query)
    .replace(':number', '1')
    .replace(':indicator', 'ind_vacancy_rate')
    .replace(/:\w+/g, 'none-such')
}

function ask(who: Visitor, { method }: Route, path: string) {
  if (method === 'get') return who.get(path)
  return method === 'post' ? who.post(path) : who.patch(path, {})
}

type Outcome = 'answered' | 'does not exist' | 'sign in first' | `answered with ${number}`

function outcomeOf({ status, headers }: { status: number; headers: Record<string, string | undefined> }): Outcome {
  if (status === 401 || headers.location?.startsWith('/sign-in?next=')) return 'sign in first'
  if (status === 404) return 'does not exist'
  return status === 403 || status >= 500 ? `answered with ${status}` : 'answered'
}

const expected = (actor: Actor, route: Route): Outcome => {
  if (isFor(actor, route)) return 'answered'
  // Programs have no session: whoever is signed in is nobody to them.
  return actor === 'anonymous' || route.who.kind === 'token' ? 'sign in first' : 'does not exist'
}

/** Everything that is about somebody's work. */
async function everythingKept(): Promise<unknown> {
  const { rows: tables } = await sql.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'
     and tablename not in ('sessions', 'throttles', 'demonstration') order by 1`,
  )
  const sums = tables.map(
    ({ name }) => `select '${name}' as name, md5(string_agg(t::text, '' order by t::text)) from ${name} t`,
  )
  return (await sql.query(sums.join(' union all '))).rows
}

test('every route has a line in the table, and every line a route', () => {
  expect(routes.map(nameOf).sort()).toEqual(Object.keys(access).sort())
})

describe.each(actors)('%s', (actor) => {
  test('is refused what is not for them, and changes nothing by asking', async () => {
    const before = await everythingKept()
    for (const route of walked.filter((each) => !isFor(actor, each))) {
      const answer = await ask(people[actor], route, filled(route.path))
      expect([nameOf(route), outcomeOf(answer)]).toEqual([nameOf(route), expected(actor, route)])
    }
    expect(await everythingKept()).toEqual(before)
  })

  test('is answered where the table says so', async () => {
    for (const route of walked.filter((each) => isFor(actor, each))) {
      const answer = await ask(people[actor], route, filled(route.path))
      expect([nameOf(route), outcomeOf(answer)]).toEqual([nameOf(route), 'answered'])
    }
  })
})

describe('a request that changes something', () => {
  const changing = routes.filter(({ method }) => method !== 'get')

  test.each(['anonymous', 'preparer', 'admin'] as const)('does nothing without a token (%s)', async (actor) => {
    const before = await everythingKept()
    for (const route of changing) {
      const { agent } = people[actor]
      const path = filled(route.path)
      const answer = route.method === 'post' ? await agent.post(path) : await agent.patch(path).send({})
      expect([nameOf(route), answer.status]).toEqual([nameOf(route), 403])
    }
    expect(await everythingKept()).toEqual(before)
  })

  test("does nothing with somebody else's token", async () => {
    const token = await people.preparer.csrf()
    for (const route of changing) {
      const answer = await people.admin.agent[route.method](filled(route.path)).set('x-csrf-token', token)
      expect([nameOf(route), answer.status]).toEqual([nameOf(route), 403])
    }
  })
})

describe("another employer's return", () => {
  /** A page without what differs from one request to the next. */
  const plain = (text: string) =>
    text
      .replace(/nonce="[^"]*"/g, '')
      .replace(/name="_csrf" value="[^"]*"/g, '')
      .replace(/It is [^<]*here/g, '')

  test('looks to the last letter like one that does not exist', async () => {
    for (const route of routes.filter(({ path }) => path.startsWith('/returns/:id'))) {
      const theirs = await ask(people.other, route, filled(route.path))
      const nobodys = await ask(people.other, route, filled(route.path, randomUUID()))
      const malformed = await ask(people.other, route, filled(route.path, 'return-1'))
      expect([nameOf(route), theirs.status]).toEqual([nameOf(route), 404])
      expect(plain(theirs.text)).toBe(plain(nobodys.text))
      expect(plain(theirs.text)).toBe(plain(malformed.text))
    }
  })

  test('has no sections but those a contributor was given', async () => {
    for (const route of routes.filter(({ path }) => path.includes('/returns/:id') && path.includes(':section'))) {
      const path = filled(route.path.replace(':section', 'b'))
      expect((await ask(people.contributor, route, path)).status).toBe(404)
    }
  })
})

test('signing out is for whoever is signed in, and ends it', async () => {
  const somebody = await signIn((await make(db).person({ staffRole: 'network' })).email)
  expect((await somebody.post('/sign-out')).headers.location).toBe('/sign-in')
  expect((await somebody.get('/network/collections')).headers.location).toBe('/sign-in?next=%2Fnetwork%2Fcollections')
})

describe('a small provider with one person', () => {
  test.each(['preparer', 'signatory'] as const)('lets that %s prepare and sign', async (role) => {
    const made = make(db)
    const { id, organisationId } = await made.return({ type: 'independent' })
    const alone = await signIn((await made.person({ organisationId, role })).email)

    expect((await alone.get(`/returns/${id}/sign-off`)).status).not.toBe(404)
    expect((await alone.post(`/returns/${id}/signature-request`)).status).not.toBe(404)
  })

  test('lets nobody sign alone who has a colleague', async () => {
    const made = make(db)
    const { id, organisationId } = await made.return({ type: 'independent' })
    const preparer = await signIn((await made.person({ organisationId })).email)
    await made.person({ organisationId, role: 'signatory' })

    expect((await preparer.get(`/returns/${id}/sign-off`)).status).toBe(404)
  })
})
