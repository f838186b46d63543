import { worklist } from '../../../server/db/worklist'
import { ringing } from '../../../server/domain/chasing/ringing'
import { points } from '../../../server/domain/chasing/points'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { cellsOf, chased, namesIn, PATH } from './chasedWorld'
import { parseCsv } from './csv'

const { db, sql, signIn } = useApp()
const made = make(db)
const ids = { network: '', colleague: '' }
let network: Awaited<ReturnType<typeof signIn>>
const page = async (query = '') => (await network.get(`${PATH}${query}`)).text
const returnOf = async (name: string) =>
  (
    await sql.query<{ id: string }>(
      'select returns.id from returns join organisations on organisations.id = organisation_id where name = $1',
      [name],
    )
  ).rows[0]?.id ?? ''

const recently = '2020-02-03T15:00:00Z'

beforeAll(async () => {
  await setClock(sql, '2020-02-04T10:00:00Z')
  await made.collection()
  ids.network = (await made.person({ email: 'network@benchmarking.example', name: 'Bron', staffRole: 'network' })).id
  ids.colleague = (await made.person({ email: 'colleague@benchmarking.example', name: 'Gil', staffRole: 'network' })).id
  await made.person({ email: 'analyst@benchmarking.example', staffRole: 'analyst' })
  const letters = ['2020-01-13T09:00:00Z', '2020-01-27T09:00:00Z']
  const begun = { status: 'in_progress', openedAt: '2020-01-08T10:00:00Z', savedAt: recently }
  await chased(db, sql, 'Ashmere', { letters, popResident: 900_000 })
  await chased(db, sql, 'Birchvale', { letters, popResident: 100_000 })
  await chased(db, sql, 'Copperfell', { ...begun, promised: ['2020-02-03', '2020-01-30T10:00:00Z'] })
  await chased(db, sql, 'Dunholme', { ...begun, promised: ['2020-02-04', '2020-01-30T10:00:00Z'] })
  await chased(db, sql, 'Elmshore', { ...begun, promised: ['2020-02-05', '2020-01-30T10:00:00Z'] })
  await chased(db, sql, 'Fenwick', { ...begun, savedAt: '2020-01-28T09:59:00Z', letters })
  await chased(db, sql, 'Gorse', { ...begun, finished: 13 })
  await chased(db, sql, 'Hartley', { ...begun, status: 'awaiting_signature', requestedAt: '2020-02-01T09:00:00Z' })
  await chased(db, sql, 'Inglewood', { ...begun, status: 'awaiting_signature', requestedAt: '2020-02-02T09:00:00Z' })
  await chased(db, sql, 'Jessamine', { letters, contactAt: '2020-02-03T10:00:00Z', owner: ids.network })
  await chased(db, sql, 'Kestrel', { ...begun, status: 'submitted', promised: ['2020-02-03', '2020-01-30T10:00:00Z'] })
  const bouncing = await chased(db, sql, 'Larkfield', { ...begun })
  const organisationId = (
    await sql.query<{ id: string }>('select organisation_id as id from returns where id = $1', [bouncing])
  ).rows[0]?.id
  const { id: reader } = await made.person({ name: 'Petra Lowe', ...(organisationId ? { organisationId } : {}) })
  await sql.query('update people set bouncing_since = app_now() where id = $1', [reader])
  network = await signIn('network@benchmarking.example')
})

describe('the views of the worklist', () => {
  test.each([
    ['?view=ring', ['Copperfell', 'Ashmere']],
    ['?view=promise_passed', ['Copperfell']],
    ['?view=promised_today', ['Dunholme']],
    ['?view=not_opened', ['Ashmere', 'Birchvale', 'Jessamine']],
    ['?view=quiet', ['Fenwick']],
    ['?view=nearly_done', ['Gorse']],
    ['?view=waiting', ['Hartley']],
    ['?view=bouncing', ['Larkfield']],
    ['?owner=me', ['Jessamine']],
    ['?view=not_opened&owner=nobody', ['Ashmere', 'Birchvale']],
    ['?view=not_opened&q=ash', ['Ashmere']],
    ['?view=quiet&type=nhs_trust', []],
  ])('%s shows these', async (query, names) => {
    expect(namesIn(await page(query))).toEqual(names)
  })

  test('say beside each other how many are in them', async () => {
    const html = await page()
    const counts = [...html.matchAll(/<li><a [^>]*>([^<]*)<span class="filters__count">([^<]*)</g)].map(
      ([, view, count]) => `${view ?? ''} ${count ?? ''}`,
    )
    expect(counts).toEqual([
      ...['Ring first 2', 'Promise passed 1', 'Promised today 1', 'Not opened 3', 'Quiet a week 1', 'Nearly done 1'],
      ...['Waiting for signature over 3 days 1', 'Contact bouncing 1', 'Question unanswered 0', 'Mine 1', 'All 12'],
    ])
  })

  test('are a press away, with the councils to ring first and a letter to those who are shown', async () => {
    const html = await page()
    expect(html).toContain('?view=ring&amp;type=local_authority#list">Councils to ring first: 2</a>')
    expect(await page('?view=not_opened&type=nhs_trust')).toContain(
      'href="/network/collections/mhsw-2019/chase?view=not_opened&amp;type=nhs_trust">Write to these</a>',
    )
    const analyst = await signIn('analyst@benchmarking.example')
    const theirs = (await analyst.get(PATH)).text
    expect(theirs).not.toContain('Write to these')
    expect(theirs).not.toContain('Take this on')
  })

  test('say of nobody what will be there', async () => {
    expect(await page('?owner=' + ids.colleague)).toContain('Nobody here has been taken on.')
    expect(await page('?view=quiet&q=zzz')).toContain('No organisation is all of this.')
  })

  test('keep what the list is narrowed to', async () => {
    expect(await page('?type=local_authority&q=fen')).toContain(
      'href="/network/collections/mhsw-2019?type=local_authority&amp;q=fen&amp;view=quiet#list"',
    )
  })
})

describe('a line of the worklist', () => {
  test('says why to ring, how they were last in touch, what was promised and who sees to it', async () => {
    const html = await page()
    expect(cellsOf(html, 'Ashmere').slice(0, 1)).toEqual([
      'Large population (900,000), never opened, no reply to 2 letters',
    ])
    expect(cellsOf(html, 'Ashmere')[4]).toBe('Reminder, 27 Jan')
    expect(cellsOf(html, 'Copperfell')[0]).toMatch(/^Promised 3 February and not in/)
    expect(cellsOf(html, 'Copperfell')[3]).toBe('3 Feb, passed')
    expect(cellsOf(html, 'Dunholme')[3]).toBe('4 Feb, today')
    expect(cellsOf(html, 'Kestrel').slice(3, 4)).toEqual([''])
    expect(cellsOf(html, 'Jessamine')[0]).toBe('In touch on 3 February')
    expect(cellsOf(html, 'Jessamine')[2]).toBe('Bron')
    expect(cellsOf(html, 'Larkfield')[0]).toMatch(/^Letters come back/)
  })

  test.each(['?view=ring', '?sort=-ring', '?owner=nobody&sort=contacted'])(
    'in %s stands in the file as on the page',
    async (query) => {
      const html = await page(query)
      const [headings = [], ...rows] = parseCsv((await network.get(`${PATH}.csv${query}`)).text)
      expect(rows.map(([name]) => name)).toEqual(namesIn(html))
      for (const row of rows) {
        const shown = cellsOf(html, row[0] ?? '')
        expect(row[headings.indexOf('Why now')]).toBe(shown[0])
        expect(row[headings.indexOf('Last contacted')]).toBe(shown[4])
        expect(row[headings.indexOf('Type')]).toBe(shown[10])
      }
    },
  )
})

describe('a promise', () => {
  const promised = async (name: string, at: string) => {
    await setClock(sql, at)
    return cellsOf(await page(), name)[0]
  }

  afterAll(() => setClock(sql, '2020-02-04T10:00:00Z'))

  test('comes back to the top when its London day is over, and the clock decides', async () => {
    expect(await promised('Elmshore', '2020-02-05T23:59:00Z')).toBe('Promised for today')
    expect(await promised('Elmshore', '2020-02-06T00:00:00Z')).toMatch(/^Promised 5 February and not in/)
    expect(namesIn(await page('?view=ring')).slice(0, 3)).toContain('Elmshore')
    expect(await promised('Elmshore', '2020-02-04T10:00:00Z')).toBe('Promised for 5 February')
  })

  test('of a day in June is over an hour before midnight by Greenwich', async () => {
    await sql.query("update chasing set promised_on = '2020-06-12' where return_id = $1", [await returnOf('Elmshore')])
    expect(await promised('Elmshore', '2020-06-12T22:59:00Z')).toBe('Promised for today')
    expect(await promised('Elmshore', '2020-06-12T23:00:00Z')).toMatch(/^Promised 12 June and not in/)
    await sql.query("update chasing set promised_on = '2020-02-05' where return_id = $1", [await returnOf('Elmshore')])
  })

  test('made before the submission that stands has been kept, though the return was reopened', async () => {
    const id = await returnOf('Copperfell')
    await sql.query(
      `with signed as (
         insert into submissions (return_id, number, reference, definition, cells, explained, hash, version, nil,
           identified, signed_by, decided_at)
         values ($1, 1, 'MHSW-1', 'mhsw-2019', '{}', '[]', 'hash', 1, false, true, $2, app_now()) returning id)
       update returns set status = 'reopened', standing_submission_id = signed.id from signed where returns.id = $1`,
      [id, ids.network],
    )
    expect(cellsOf(await page(), 'Copperfell')[3]).toBe('')
    await sql.query("update returns set status = 'in_progress', standing_submission_id = null where id = $1", [id])
    expect(cellsOf(await page(), 'Copperfell')[3]).toBe('3 Feb, passed')
  })
})

describe('the order in which to ring', () => {
  const oneOf = <T>(choices: readonly T[], at: number): T => choices[at % choices.length] as T
  const hours = [1, 30, 47, 49, 70, 73, 100, 167, 169, 400]
  const ago = (at: number) => new Date(Date.parse('2020-02-04T10:00:00Z') - oneOf(hours, at) * 3_600_000).toISOString()
  const statuses = [
    'not_started',
    'in_progress',
    'awaiting_signature',
    'reopened',
    'submitted',
    'declined',
    'in_progress',
  ]
  const promises = [undefined, undefined, '2020-02-03', undefined, '2020-02-04', '2020-01-31', '2020-02-05', undefined]

  beforeAll(async () => {
    for (let n = 0; n < 120; n++) {
      const day = oneOf(promises, n)
      await chased(db, sql, `Moor ${String(n).padStart(3, '0')}`, {
        status: oneOf(statuses, n),
        type: oneOf(['local_authority', 'nhs_trust', 'independent'] as const, n >> 1),
        popResident: 20_000 + ((n * 7919) % 900) * 1000,
        ...(n % 4 > 0 ? { openedAt: ago(n + 3) } : {}),
        ...(n % 3 > 0 ? { savedAt: ago(n) } : {}),
        ...(n % 5 > 1 ? { requestedAt: ago(n + 1), contactAt: ago(n + 2) } : {}),
        finished: n % 15,
        letters: ['2020-01-13T09:00:00Z', '2020-01-27T09:00:00Z', '2020-02-03T09:00:00Z'].slice(0, n % 4),
        ...(day ? { promised: [day, ago(n >> 2)] as const } : {}),
      })
    }
    await sql.query("update organisations set pop_registered = null, pop_resident = null where type = 'independent'")
  })

  test('is in the database as it is on paper', async () => {
    const now = new Date('2020-02-04T10:00:00Z')
    const averages = { local_authority: 333_333, nhs_trust: 500_000 }
    const { id: collectionId } = await made.collection()
    const at = { now, sections: 15, averages }
    const rows = await worklist(db, { collectionId, at }, {}, { by: 'ring', descending: false, offset: 0, limit: 1000 })
    const scores = rows.map((row) => {
      const finished = Object.keys(row.progress).length
      const averagePopulation = row.type === 'local_authority' || row.type === 'nhs_trust' ? averages[row.type] : null
      return {
        name: row.name,
        score: ringing({ ...row, questions: null, finished, of: 15, averagePopulation }, now).score,
      }
    })
    const onPaper = [...scores].sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
    expect(scores).toEqual(onPaper)
    const first = await worklist(
      db,
      { collectionId, at },
      { view: 'ring' },
      { by: 'ring', descending: false, offset: 0, limit: 1000 },
    )
    expect(first.map(({ name }) => name)).toEqual(
      onPaper.filter(({ score }) => score >= points.ringFirst).map(({ name }) => name),
    )
    expect(new Set(scores.map(({ score }) => score)).size).toBeGreaterThan(20)
  })
})
