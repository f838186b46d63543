import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { parseCsv } from './csv'

const { db, sql, signIn, visitor } = useApp()
const made = make(db)
const path = '/network/collections/mhsw-2019'

/** An organisation asked for a return, in a region, its return in a state. */
async function asked(
  name: string,
  { status = 'not_started', region = 'Y60', type = 'nhs_trust', progress = {}, savedAt = null as string | null } = {},
) {
  const { id } = await made.organisation({ name, type: type as 'nhs_trust' })
  await sql.query('update organisations set nhs_region = $1 where id = $2', [region, id])
  const { id: returnId } = await made.return({ organisationId: id })
  await sql.query('update returns set status = $1, progress = $2, last_saved_at = $3 where id = $4', [
    status,
    progress,
    savedAt,
    returnId,
  ])
  return { id, returnId }
}

/** Puts a submission in ink, so that it stands. */
async function stands(returnId: string): Promise<void> {
  const { id: signedBy } = await made.person({})
  await sql.query(
    `with signed as (
       insert into submissions (return_id, number, reference, definition, cells, explained, hash, version, nil,
         identified, signed_by, decided_at)
       values ($1, 1, 'MHSW-1', 'mhsw-2019', '{}', '[]', 'hash', 1, false, true, $2, app_now()) returning id)
     update returns set standing_submission_id = signed.id from signed where returns.id = $1`,
    [returnId, signedBy],
  )
}

const section = (status: string, soft = 0, explained = 0) => ({
  status,
  required: 4,
  answered: 4,
  hard: 0,
  soft,
  explained,
})

beforeAll(async () => {
  await setClock(sql, '2020-01-27T09:05:00Z')
  await made.collection({ title: 'Social work 2019-20' })
  await made.person({ email: 'network@benchmarking.example', staffRole: 'network' })
  await made.person({ email: 'analyst@benchmarking.example', staffRole: 'analyst' })
  await made.person({ email: 'admin@benchmarking.example', staffRole: 'admin' })
  const { id } = await asked('Ashmere Trust', {
    status: 'in_progress',
    progress: { a: section('complete'), b: section('complete_with_warnings', 3, 1), c: section('not_applicable', 9) },
    savedAt: '2020-01-24T14:02:00Z',
  })
  await made.person({ email: 'ring@ashmere.example', name: 'Petra Lowe', organisationId: id })
  await sql.query(`update people set telephone = '01632 960 123' where email = 'ring@ashmere.example'`)
  await asked('Birchvale Council', { status: 'submitted', type: 'local_authority', region: 'Y56' })
  await asked('Copperfell Council', { status: 'nil', type: 'local_authority', region: 'Y56' })
  await asked('Dunholme Council', { status: 'declined', type: 'local_authority' })
  await asked('Elmshore Council', { status: 'covered', type: 'local_authority' })
  await asked('Fenwick Council', { status: 'no_longer_required', type: 'local_authority' })
  await asked('=Gorse 100% Trust', { status: 'not_started' })
})

describe('the responses to a collection', () => {
  const rowsIn = (html: string) =>
    [...html.matchAll(/<tr>\s*<th scope="row"><a href="\/network\/returns[^>]*>([^<]*)<[\s\S]*?<\/tr>/g)].map(
      ([, name]) => name ?? '',
    )
  const cellsIn = (html: string, name: string) => {
    const [row = ''] = new RegExp(`<th scope="row"><a [^>]*>${name}</a></th>[\\s\\S]*?</tr>`).exec(html) ?? []
    return [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) =>
      cell
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
  }

  test('are open to the network, and do not exist for employers', async () => {
    const employer = await made.employer({ status: 'no_longer_required' })
    for (const who of ['network', 'analyst', 'admin']) {
      const seen = await (await signIn(`${who}@benchmarking.example`)).get(path)
      expect(seen.status).toBe(200)
    }
    const theirs = await signIn(employer.preparer.email)
    expect((await theirs.get(path)).status).toBe(404)
    expect((await theirs.get(`${path}.csv`)).status).toBe(404)
    expect((await visitor().get(path)).status).toBe(302)
  })

  describe('as the network sees them', () => {
    let network: Awaited<ReturnType<typeof signIn>>
    const page = async (query = '') => (await network.get(`${path}${query}`)).text

    beforeAll(async () => {
      network = await signIn('network@benchmarking.example')
    })

    test('say when it closes and how long that is', async () => {
      const html = await page()
      expect(html).toContain('Closes 11:59pm on Monday 10 February 2020, in 14 days')
      expect(html).toContain('<dt>of 36</dt><dd>Day 22</dd>')
    })

    test('count submitted, nil and covered once each, of all but those no longer required', async () => {
      expect(await page()).toContain('<dt>responses of 6 (50%)</dt><dd>3</dd>')
    })

    test('are counted by type and by region', async () => {
      const html = await page()
      expect(cellsIn(html, 'Councils').slice(0, 3)).toEqual(['3', '4', '75%'])
      expect(cellsIn(html, 'NHS trusts').slice(0, 3)).toEqual(['0', '2', '0%'])
      expect(cellsIn(html, 'London').slice(0, 3)).toEqual(['2', '2', '100%'])
      expect(cellsIn(html, 'Midlands').slice(0, 3)).toEqual(['1', '4', '25%'])
    })

    test('keep a reopened return whose submission stands among the responses', async () => {
      const { id, returnId } = await asked('Hartley Trust', { status: 'reopened', region: 'Y58' })
      await stands(returnId)
      const html = await page()
      expect(html).toContain('<dt>responses of 7 (57%)</dt><dd>4</dd>')
      expect(cellsIn(html, 'Hartley Trust')).toContain('Reopened, last submission stands')
      await sql.query(`update returns set status = 'no_longer_required', standing_submission_id = null where id = $1`, [
        returnId,
      ])
      await sql.query(`update organisations set name = 'Zzz left' where id = $1`, [id])
    })

    test('are counted by the people they serve as well, registered and resident apart', async () => {
      const html = await page()
      expect(cellsIn(html, 'Councils')[3]).toBe('75%')
      expect(cellsIn(html, 'NHS trusts')[3]).toBe('0%')
      expect(cellsIn(html, 'London').slice(3, 5)).toEqual(['-', '100%'])
      expect(html).toContain('By population: trusts by the people registered, councils by those resident.')
    })

    test('say how those are counted who have not simply answered', async () => {
      const html = await page()
      expect(html).toContain('Among the responses: 1 nil, 1 covered by another.')
      expect(html).toContain('1 declined, and stay among those asked.')
      expect(html).toMatch(/\d no longer required, and not counted\./)
    })

    test('are listed with how far each has got, from what was kept with the return', async () => {
      expect(cellsIn(await page(), 'Ashmere Trust')).toEqual([
        'Population (500,000)',
        'Petra Lowe 01632 960 123',
        'Take this on : Ashmere Trust',
        '',
        'Not yet',
        'In progress',
        '2 of 15',
        '24 Jan, 14:02',
        '0',
        '2',
        'NHS trust',
        'Midlands',
      ])
    })

    test.each([
      ['?status=nil', ['Copperfell Council']],
      ['?type=local_authority&region=Y56', ['Birchvale Council', 'Copperfell Council']],
      ['?q=vale', ['Birchvale Council']],
      ['?q=100%25', ['=Gorse 100% Trust']],
      ['?q=100_', []],
      ['?status=declined&region=Y56', []],
    ])('narrowed by %s are these', async (query, names) => {
      expect(rowsIn(await page(query))).toEqual(names)
    })

    test('can be ordered, and turned round', async () => {
      const names = rowsIn(await page('?sort=-progress'))
      expect(names[0]).toBe('Ashmere Trust')
      expect(rowsIn(await page('?sort=-name'))).toEqual(rowsIn(await page()).reverse())
      expect(await page('?sort=-progress')).toContain('aria-sort="descending"')
    })

    test.each([
      ['?status=asleep', 'There is no state called “asleep”. All states are shown.'],
      ['?region=Mars', 'There is no region called “Mars”. All regions are shown.'],
      ['?sort=luck', 'The list has no order called “luck”. It is in its usual order.'],
      ['?view=tired', 'There is no view called “tired”. All organisations are shown.'],
      ['?owner=santa', 'There is no colleague called “santa”. Organisations of any owner are shown.'],
      ['?page=-1', 'There is no page called “-1”. The first page is shown.'],
    ])('say of %s what there is not', async (query, says) => {
      const answer = await network.get(`${path}${query}`)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(says)
      expect(rowsIn(answer.text)).toContain('Ashmere Trust')
    })

    test('go into a file as they are shown', async () => {
      const query = '?type=local_authority&sort=-name'
      const file = await network.get(`${path}.csv${query}`)
      expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
      expect(file.headers['content-disposition']).toBe('attachment; filename=mhsw-2019-returns.csv')
      expect(file.text.startsWith('\uFEFFOrganisation,Code,')).toBe(true)
      const [headings = [], ...rows] = parseCsv(file.text)
      const html = await page(query)
      expect(rows.map(([name]) => name)).toEqual(rowsIn(html))
      const at = (row: string[], heading: string) => row[headings.indexOf(heading)]
      for (const row of rows) {
        const shown = cellsIn(html, at(row, 'Organisation') ?? '')
        const asShown = ['Why now', 'State', 'Sections finished', 'Problems', 'To explain', 'Last contacted', 'Type']
        expect(asShown.map((heading) => at(row, heading))).toEqual([0, 5, 6, 8, 9, 4, 10].map((cell) => shown[cell]))
        expect(at(row, 'NHS region')).toBe(shown[11])
      }
    })

    test('put nothing in a file that a spreadsheet would take for a formula', async () => {
      const [, row] = parseCsv((await network.get(`${path}.csv?q=gorse`)).text)
      expect(row?.[0]).toBe("'=Gorse 100% Trust")
    })

    test('come fifty to a page', async () => {
      for (let one = 0; one < 51; one++) await asked(`Moorgate ${String(one).padStart(2, '0')}`, { region: 'Y59' })
      const first = await page('?region=Y59')
      expect(first).toContain('1 to 50 of 51 organisations')
      expect(rowsIn(first)).toHaveLength(50)
      expect(first).toContain('href="/network/collections/mhsw-2019?region=Y59&amp;page=2#list"')
      expect(rowsIn(await page('?region=Y59&page=2'))).toEqual(['Moorgate 50'])
    })

    test('do not exist for a collection that does not', async () => {
      expect((await network.get('/network/collections/mhsw-1066')).status).toBe(404)
    })

    test('are where the list of collections leads, the newest first', async () => {
      expect((await network.get('/network/collections')).headers.location).toBe(path)
    })
  })
})
