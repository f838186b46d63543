import request from 'supertest'
import { useApp } from '../../support/app'
import { csvRecords } from '../../support/csvRecords'
import { make } from '../../support/make'
import type { Visitor } from '../../support/signIn'
import { manyTrusts, type Many } from './manyTrusts'

const ours = useApp()
const { app, db, sql, signIn } = ours

let world: Many
let preparer: Visitor
let at: string

beforeAll(async () => {
  world = await manyTrusts(ours)
  at = `/returns/${world.ours.returnId}/benchmarks`
  const analyst = await signIn(world.analyst)
  expect((await analyst.post('/network/collections/mhsw-2019/releases')).status).toBe(303)
  preparer = await signIn(world.preparer)
})

const page = async (query = '') => {
  const { text, status } = await preparer.get(`${at}${query}`)
  expect(status).toBe(200)
  return text
}

/** The part of the page that is about one indicator. */
const partOf = (html: string, indicator: string): string => {
  const [, part = ''] = html.split(`<h3 class="govuk-heading-m" id="${indicator}">`)
  return part.split('</section>')[0] ?? ''
}

const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/\s+/g, ' ')

const RATE = 'ind_wte_employed_100k'

describe('the page', () => {
  test('is for preparers and signatories of that employer, and for nobody else', async () => {
    const another = await make(db).employer()
    const expected = [
      [world.signatory, 200],
      [world.contributor, 404],
      [another.preparer.email, 404],
      [world.analyst, 404],
    ] as const
    for (const [email, status] of expected) {
      const visitor = await signIn(email)
      const chart = await visitor.get(`${at}/${RATE}.svg`)
      const file = await visitor.get(`${at}.csv`)
      expect([email, (await visitor.get(at)).status, chart.status, file.status]).toEqual([
        email,
        status,
        status,
        status,
      ])
    }
  })

  test('shows the own figure beside the middle half, in words', async () => {
    const said = words(partOf(await page(), RATE))
    expect(said).toContain('You: 12.1 (120.5 out of 1,000,000). Lower than three quarters of NHS trusts. Middle half:')
    expect(said).toContain('30 of 30 NHS trusts that were asked have this figure.')
    expect(said).toContain('Registered population of your catchment: 1,000,000')
  })

  test('draws it: the middle half, the median, the own mark with its value', async () => {
    const [drawing = ''] = /<svg class="strip"[\s\S]*?<\/svg><\/svg>/.exec(partOf(await page(), RATE)) ?? []
    expect(drawing).toContain('You 12.1</text>')
    expect(drawing).toMatch(/strip__middle/)
    expect(drawing).toMatch(/strip__median/)
    expect(drawing).toMatch(/role="img"/)
  })

  test('has a tile for each headline', async () => {
    const tiles = words((await page()).split('class="tiles"')[1]?.split('<nav')[0] ?? '')
    expect(tiles).toContain('Yours: 12.1 Lower than three quarters of NHS trusts Middle half:')
  })

  test('shows one topic alone where one is chosen, the same as among all of them', async () => {
    const one = await page('?topic=1')
    expect(partOf(one, RATE)).toBe(partOf(await page(), RATE))
    expect(await page()).toContain('id="topic-2"')
    expect(one).not.toContain('id="topic-2"')
  })

  test('says of a figure too few have that it is withheld, and why', async () => {
    const part = partOf(await page(), 'ind_vacancy_rate')
    expect(words(part)).toContain('The group’s figures are not shown. Fewer than 5 organisations have this figure.')
    expect(words(part)).toContain('Why can’t I see this?')
    expect(part).not.toContain('<svg')
    expect(words(part)).toContain('You: 9.1% (12 out of 132.5)')
  })

  test('names those who agreed, with their figures', async () => {
    const part = partOf(await page(), RATE)
    const { rows } = await sql.query<{ name: string }>('select name from release_members where named order by name')
    expect(rows).toHaveLength(9)
    for (const { name } of rows) expect(part).toContain(name)
    expect(part.match(/strip__other/g)).toHaveLength(9)
  })
})

describe('a choice of group', () => {
  test('of a region that is too small shows England instead, and says so', async () => {
    const said = words(partOf(await page('?group=region'), RATE))
    expect(said).toContain(
      'NHS trusts in the South West: not shown. Fewer than 5 organisations have this figure. NHS trusts are shown.',
    )
    expect(said).toContain('30 of 30 NHS trusts that were asked')
  })

  test('of the same model shows that group', async () => {
    const said = words(partOf(await page('?group=model'), RATE))
    expect(said).toContain('30 of 30 NHS trusts with the same model: all directly employed that responded')
  })

  test.each(['?group=region:nhs_trust:Y56', '?group=nobody', '?group=type&group=region', '?basis=heads', '?topic=99'])(
    'that is not offered (%s) shows what is usual, and says so',
    async (query) => {
      const html = await page(query)
      expect(html).toMatch(/There is no such (group to choose|basis|topic)\./)
      expect(partOf(html, RATE)).toBe(partOf(await page(), RATE))
    },
  )
})

describe('the file', () => {
  const records = async () => {
    const { text, status, headers } = await preparer.get(`${at}.csv`)
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    return csvRecords(text)
  }

  test('says what the page says', async () => {
    const line = (await records()).find(({ indicator, group }) => indicator === RATE && group === 'type:nhs_trust')
    const part = words(partOf(await page(), RATE))
    expect(line).toMatchObject({ yours: '12.1', organisations: '30', release: '1', release_kind: 'final' })
    expect(part).toContain(`Middle half: ${line?.lower_quartile ?? ''} to ${line?.upper_quartile ?? ''}`)
    expect(part).toContain(` ${line?.median ?? ''} ${line?.lower_quartile ?? ''} `)
  })

  test('tells hidden, not collected and not told apart', async () => {
    const lines = await records()
    const vacancies = lines.find(
      ({ indicator, group }) => indicator === 'ind_vacancy_rate' && group === 'type:nhs_trust',
    )
    expect(vacancies).toMatchObject({ median: '[c]', why_hidden: 'Fewer than 5 organisations have this figure.' })
    const model = lines.find(({ indicator, group }) => indicator === RATE && group?.startsWith('model:'))
    expect(model).toMatchObject({ all_together: '-', counted: '-' })
  })
})

describe('a chart as a file', () => {
  test('is a drawing of its own, with whose figures they are and of when', async () => {
    const { status, headers, body } = await preparer.get(`${at}/${RATE}.svg`).buffer(true)
    const text = String(body)
    expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8'])
    expect(headers['content-disposition']).toBe(`attachment; filename=mhsw-2019-${RATE}.svg`)
    expect(text).toMatch(/^<svg xmlns=/)
    expect(text).toContain('Release 1, 12 Feb 2020')
    expect(text).toContain('30 of 30 NHS trusts that were asked have this figure.')
  })

  test.each(['ind_vacancy_rate', 'ind_amhp_100k', 'none-such'])(
    'is not there where nothing may be drawn (%s)',
    async (code) => {
      expect((await preparer.get(`${at}/${code}.svg`)).status).toBe(404)
    },
  )
})

describe('no other organisation’s figure', () => {
  const found = (text: string) => world.canaries.filter((canary) => text.replaceAll(',', '').includes(canary))

  test('is among what an employer is sent, but of those who agreed to be named', async () => {
    const sent = [at, `${at}?group=region`, `${at}?group=model`, `${at}?group=size`, `${at}?basis=people`, `${at}.csv`]
    for (const path of [...sent, `/returns/${world.ours.returnId}`, '/returns']) {
      const answer = await preparer.get(path)
      expect([path, answer.status, found(answer.text + JSON.stringify(answer.headers))]).toEqual([path, 200, []])
    }
    const chart = await preparer.get(`${at}/${RATE}.svg`).buffer(true)
    expect(found(String(chart.body))).toEqual([])
    // Those who agreed are there: what is looked for could be found.
    expect(words(partOf(await page(), RATE))).toContain(` ${employedRate(25).toFixed(1)}`)
  })

  test('is among what other systems are sent', async () => {
    const { token } = await make(db).token({ scopes: ['figures'] })
    for (const path of ['releases', 'figures', 'figures?after=ind_p', 'tables']) {
      const { text, status } = await request(app)
        .get(`/api/v1/collections/mhsw-2019/${path}`)
        .set('authorization', `Bearer ${token}`)
      expect([path, status, found(text)]).toEqual([path, 200, []])
    }
  })

  test('is where a mark stands in a drawing', async () => {
    const html = await page()
    const axis = { first: 0, last: lastTick(partOf(html, RATE)) }
    const share = (rate: number) => `"${Math.round(((rate - axis.first) / (axis.last - axis.first)) * 10_000) / 100}%"`
    const unnamed = Array.from({ length: 20 }, (_each, at) => share(employedRate(at + 1)))
    expect(unnamed.filter((place) => partOf(html, RATE).includes(place))).toEqual([])
    expect(partOf(html, RATE)).toContain(share(12.05))
  })
})

const employedRate = (number: number): number => Math.round((103.37 + number * 3.41) * 100) / 1000

/** Where the axis of a part's chart ends. */
const lastTick = (part: string): number =>
  Math.max(...[...part.matchAll(/strip__text--quiet[^>]*>(\d+)</g)].map(([, tick]) => Number(tick)))
