import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'

const { db, sql, signIn } = useApp()
const made = make(db)
let network: Awaited<ReturnType<typeof signIn>>
const page = async (code = 'mhsw-2019') => (await network.get(`/network/collections/${code}`)).text

/** A return of a collection that was submitted then, and taken back before that. */
async function answered(code: string, at: string, takenBackAt?: string): Promise<string> {
  const { id: collectionId } = await made.collection({ code })
  const { id } = await made.return({ collectionId })
  const { id: signedBy } = await made.person({})
  const submissions = [...(takenBackAt ? ['2020-01-06T10:00:00Z'] : []), at]
  for (const [number, decidedAt] of submissions.entries())
    await sql.query(
      `with signed as (
         insert into submissions (return_id, number, reference, definition, cells, explained, hash, version, nil,
           identified, signed_by, decided_at)
         values ($1::uuid, $2::int, $1::text || $2::text, 'mhsw-2019', '{}', '[]', 'hash', 1, false, true, $3, $4)
         returning id)
       update returns set status = 'submitted', standing_submission_id = signed.id from signed where returns.id = $1`,
      [id, number + 1, signedBy, decidedAt],
    )
  if (takenBackAt)
    await sql.query("insert into return_events (return_id, kind, decided_at) values ($1, 'withdrawn', $2)", [
      id,
      takenBackAt,
    ])
  return id
}

const rowsOf = (html: string) =>
  [...html.matchAll(/<th scope="row">(Day [^<]*)<\/th>([\s\S]*?)<\/tr>/g)].map(([, day = '', cells = '']) =>
    [day, ...[...cells.matchAll(/<td[^>]*>([^<]*)</g)].map(([, cell = '']) => cell)].join(' | '),
  )

beforeAll(async () => {
  await setClock(sql, '2020-01-14T10:00:00Z')
  await made.collection()
  await made.person({ email: 'network@benchmarking.example', staffRole: 'network' })
  await answered('mhsw-2019', '2020-01-07T23:59:59Z')
  await answered('mhsw-2019', '2020-01-13T10:00:00Z', '2020-01-08T10:00:00Z')
  await made.return({})
  const { id } = await made.return({ status: 'covered' })
  await sql.query(
    "insert into return_events (return_id, kind, decided_at) values ($1, 'covered', '2020-01-14T09:00:00Z')",
    [id],
  )
  network = await signIn('network@benchmarking.example')
})

describe('the curve of responses', () => {
  test('counts a response from the day on which it came to stay, and today as it stands', async () => {
    const html = await page()
    expect(rowsOf(html)).toEqual([
      'Day 9, 14 January | 3 | 75% | ',
      'Day 8, 13 January | 2 | 50% | Reminder',
      ...[12, 11, 10, 9, 8, 7].map((day) => `Day ${day - 5}, ${day} January | 1 | 25% | `),
      'Day 1, 6 January | 0 | 0% | ',
    ])
    expect(html).toContain('So far, on day 9, 3 of 4 have answered: 75%.')
  })

  test('says so where there is no earlier collection of the survey', async () => {
    expect(await page()).toContain('There is no earlier collection of this survey to stand beside.')
  })

  test('is drawn with a name, and with no style of its own', async () => {
    const [, chart = ''] = /(<svg class="strip"[\s\S]*?<\/svg><\/svg>)/.exec(await page()) ?? []
    expect(chart).toContain('role="img"')
    expect(chart).toContain('>Responses day by day</title>')
    expect(chart).toContain('class="chart__now"')
    expect(chart).not.toContain('class="chart__then"')
    expect(chart).not.toContain('style=')
  })

  test('stands beside the collection of the same survey before it, on the same day of its run', async () => {
    const { id: collectionId } = await made.collection({
      code: 'mhsw-2022',
      opensAt: '2022-06-01T00:00:00+01:00',
      cutoffAt: '2022-07-01T00:00:00+01:00',
    })
    await made.return({ collectionId })
    await setClock(sql, '2022-06-02T22:59:59Z')
    const html = await page('mhsw-2022')
    expect(html).toContain('So far, on day 2, 0 of 1 have answered: 0%.')
    expect(html).toContain(
      'Mental health social work 2019-20 had 25% by the end of its day 2. That is 25 percentage points fewer now.',
    )
    expect(html).toContain('class="chart__then"')
    expect(rowsOf(html)[0]).toBe('Day 2, 2 June | 0 | 0% | 25% | Reminder')
    await setClock(sql, '2022-06-02T23:00:00Z')
    expect(await page('mhsw-2022')).toContain('So far, on day 3')
  })

  test('is not there before the collection opens', async () => {
    await setClock(sql, '2022-05-31T22:59:00Z')
    const html = await page('mhsw-2022')
    expect(html).not.toContain('Responses day by day')
    expect(html).toContain('Opens at')
    expect(html).not.toContain('Never opened')
    expect(html).toContain('Not opened<span class="filters__count">0</span>')
  })
})
