import request from 'supertest'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { csvRecords } from '../../support/csvRecords'
import { make } from '../../support/make'
import { staffed, startAgain, trustsIn } from '../../support/releases'
import type { Visitor } from '../../support/signIn'
import { visible } from '../visible'

const { app, db, sql, signIn } = useApp()
const made = make(db)
const { trust, trusts } = trustsIn(db)

const path = '/network/collections/mhsw-2019'
let analyst: Visitor

beforeEach(async () => {
  await startAgain(sql)
  await setClock(sql, '2020-02-12T09:00:00Z')
  await made.collection()
  analyst = await signIn((await made.person({ staffRole: 'analyst', name: 'Ada Whitlow' })).email)
})

const figures = async (query = '') => {
  const { text, status } = await analyst.get(`${path}/figures${query}`)
  expect(status).toBe(200)
  return text
}

const ten = [20, 31, 42, 53, 64, 75, 86, 97, 108, 119]

describe('a release', () => {
  test('is made by one press, and employers see it', async () => {
    await trusts(...ten)
    const { status, headers } = await analyst.post(`${path}/releases`)
    expect([status, headers.location]).toEqual([303, `${path}/figures`])
    const said = visible(await figures())
    expect(said).toContain('Release 1 made. Employers can see it.')
    expect(said).toMatch(
      /Release 1 , shown below 9:00am on Wednesday 12 February 2020, by Ada Whitlow This is the first/,
    )
    expect(said).toContain('Employers see it since 9:00am on Wednesday 12 February 2020, by Ada Whitlow')
  })

  test('is kept back where that is ticked, until it is published', async () => {
    await trusts(...ten)
    await analyst.post(`${path}/releases`, { hold: '1' })
    const held = await figures()
    expect(visible(held)).toContain('Kept back: employers do not see it')
    expect(held).toContain(`action="${path}/releases/1/publication"`)
    expect((await analyst.post(`${path}/releases/1/publication`)).status).toBe(303)
    const after = await figures()
    expect(visible(after)).toContain('Release 1 published. Employers can see it.')
    expect(after).not.toContain('/publication')
  })

  test.each([
    ['nothing has been submitted', async () => Promise.resolve(), 'No return has been submitted yet'],
    ['too few have', async () => void (await trusts(1, 2)), 'No group of organisations is large enough yet'],
    [
      'the collection has just closed',
      async () => {
        await trusts(...ten)
        await setClock(sql, '2020-02-11T00:00:10Z')
      },
      'The collection closed less than a minute ago, and something may still be under way. Try again after 12:01am',
    ],
  ])('is refused where %s, with the reason', async (_where, arrange, why) => {
    await arrange()
    const { status, text } = await analyst.post(`${path}/releases`)
    expect([status, visible(text).includes(why)]).toEqual([409, true])
  })

  test('is refused a second time where nothing has changed', async () => {
    await trusts(...ten)
    await analyst.post(`${path}/releases`)
    const { status, text } = await analyst.post(`${path}/releases`)
    expect([status, visible(text).includes('Nothing has changed since release 1')]).toEqual([409, true])
  })

  test('that is published already, or is none, is not published', async () => {
    await trusts(...ten)
    await analyst.post(`${path}/releases`)
    for (const [number, why] of [
      ['1', 'Employers see this release already.'],
      ['7', 'There is no such release.'],
    ] as const) {
      const { status, text } = await analyst.post(`${path}/releases/${number}/publication`)
      expect([status, visible(text).includes(why)]).toEqual([409, true])
    }
    expect((await analyst.post(`${path}/releases/one/publication`)).status).toBe(404)
  })
})

describe('its results', () => {
  beforeEach(async () => {
    await trusts(...ten)
    await trust(staffed(50), { nhsRegion: 'Y56' })
    await trust(undefined)
    await analyst.post(`${path}/releases`)
  })

  const partOf = (html: string, indicator: string) => html.split(`id="${indicator}">`)[1]?.split('</section>')[0] ?? ''

  test('stand by type and by region, with what is withheld and why', async () => {
    const byType = partOf(await figures(), 'ind_wte_employed_100k')
    expect(visible(byType)).toMatch(
      /NHS trusts 11 of 12 6\.4 4\.6 9\.2 6\.8 \[c\] \[c\] 6\.8 745 11,000,000 \[c\]: The least and the greatest/,
    )
    expect(byType).toContain('<svg class="strip"')
    const byRegion = visible(partOf(await figures('?by=nhs_trust'), 'ind_wte_employed_100k'))
    expect(byRegion).toMatch(/London 1 of 1 \[c\] \[c\].* London: Fewer than 5 organisations have this figure\./)
    expect(byRegion).toContain('Midlands 10 of 11 [c]')
  })

  test('stand alone for one topic where one is chosen', async () => {
    const [all, one] = [await figures(), await figures('?topic=1')]
    expect(partOf(one, 'ind_wte_employed_100k')).toBe(partOf(all, 'ind_wte_employed_100k'))
    expect([all.includes('id="topic-2"'), one.includes('id="topic-2"')]).toEqual([true, false])
  })

  test('stand beside a methods note', async () => {
    const said = visible(await figures())
    expect(said).toContain('NHS trusts 12 11 0 0 0 0 0 0 0 92%')
    expect(said).toContain('11 submissions are in the release.')
  })

  test.each(['?by=nobody', '?basis=heads', '?release=9', '?release=x', '?topic=x'])(
    '%s shows what is usual, and says so',
    async (query) => {
      expect(visible(await figures(query))).toMatch(/There is no such (breakdown|basis|release|topic)\./)
    },
  )

  test('are the same figures in the file and for other systems', async () => {
    const { text, headers } = await analyst.get(`${path}/exports/figures.csv`)
    expect(headers['content-disposition']).toBe('attachment; filename=mhsw-2019-figures-release-1.csv')
    const line = csvRecords(text).find(
      ({ indicator, group }) => indicator === 'ind_wte_employed_100k' && group === 'type:nhs_trust',
    )
    const part = visible(partOf(await figures(), 'ind_wte_employed_100k'))
    const told = [line?.median, line?.lower_quartile, line?.upper_quartile, line?.mean].join(' ')
    expect(part).toContain(`NHS trusts `)
    expect(part).toContain(`11 of 12 ${told}`)

    const { token } = await made.token({ scopes: ['figures'] })
    const { body } = await request(app)
      .get('/api/v1/collections/mhsw-2019/figures?limit=1000')
      .set('authorization', `Bearer ${token}`)
    const { items } = body as { items: { code: string; figures: Record<string, unknown>[] }[] }
    const figure = items
      .find(({ code }) => code === 'ind_wte_employed_100k')
      ?.figures.find(({ group }) => group === 'type:nhs_trust')
    expect(figure).toMatchObject({
      organisations: 11,
      median: { value: Number(line?.median), withheld: null },
      least: { value: null, withheld: 'too_few_for_range' },
      all_together: { value: Number(line?.all_together) },
    })
  })
})

test('figures of a release that is kept back are for the network alone', async () => {
  await trusts(...ten)
  await analyst.post(`${path}/releases`, { hold: '1' })
  const { token } = await made.token({ scopes: ['figures'] })
  for (const list of ['releases', 'figures', 'tables']) {
    const { body } = await request(app)
      .get(`/api/v1/collections/mhsw-2019/${list}`)
      .set('authorization', `Bearer ${token}`)
    expect(body).toEqual({ items: [], next: null })
  }
})

test('before there is a release, the file says that there is none', async () => {
  const { status, text } = await analyst.get(`${path}/exports/figures.csv`)
  expect([status, visible(text).includes('No release has been made yet')]).toEqual([409, true])
})
