import request from 'supertest'
import { apiDocument } from '../../../server/web/api/openapi/document'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { trustsIn } from '../../support/releases'
import { faultsOf } from './conforms'

const { app, db, sql, services } = useApp()
const { components } = apiDocument(services.publicUrl)

interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[]
  readonly next: string | null
}

let token: string

const ask = async (path: string): Promise<Page> => {
  const answer = await request(app).get(`/api/v1/collections/mhsw-2019/${path}`).set('authorization', `Bearer ${token}`)
  expect(answer.status).toBe(200)
  return answer.body as Page
}

beforeAll(async () => {
  const made = make(db)
  await setClock(sql, '2020-02-12T09:00:00Z')
  await made.collection()
  const { trusts, release } = trustsIn(db)
  await trusts(20, 31, 42, 53, 64, 75, 86, 97, 108, 119)
  expect((await release()).kind).toBe('made')
  await trusts(24, 35, 46, 57, 68, 79)
  expect((await release()).kind).toBe('made')
  ;({ token } = await made.token({ scopes: ['figures'] }))
})

describe('what a release says', () => {
  test.each([
    ['releases', 'Releases'],
    ['figures?limit=1000', 'Indicators'],
    ['tables?limit=1000', 'Tables'],
  ])('%s is answered as the document says, property by property', async (path, name) => {
    const page = await ask(path)
    expect(page.items.length).toBeGreaterThan(0)
    expect(faultsOf(page, components.schemas[name] ?? {}, components.schemas)).toEqual([])
  })

  test('has figures and withheld ones, each with its reason', async () => {
    const { items } = await ask('figures?limit=1000')
    const medians = items
      .flatMap(({ figures }) => figures as { median: { value: number | null; withheld: string | null } }[])
      .map(({ median }) => median)
    expect(medians.some(({ value }) => value !== null)).toBe(true)
    expect(medians.some(({ withheld }) => withheld !== null)).toBe(true)
    expect(medians.filter(({ value, withheld }) => (value === null) === (withheld === null))).toEqual([])
  })

  test.each(['figures', 'tables'])('is of the last release, or of the one that is asked for (%s)', async (list) => {
    const releasesIn = async (query: string) =>
      new Set((await ask(`${list}?limit=1000${query}`)).items.map(({ release }) => release))
    expect(await releasesIn('')).toEqual(new Set([2]))
    expect(await releasesIn('&release=1')).toEqual(new Set([1]))
    expect((await ask(`${list}?release=1&limit=1`)).next).toMatch(/[?&]release=1(&|$)/)
    for (const release of ['3', '0', 'last', '1&release=2']) {
      const { status } = await request(app)
        .get(`/api/v1/collections/mhsw-2019/${list}?release=${release}`)
        .set('authorization', `Bearer ${token}`)
      expect(status).toBe(404)
    }
  })

  test.each(['figures', 'tables'])('comes in pages that have everything once (%s)', async (list) => {
    const { items: all } = await ask(`${list}?limit=1000`)
    const codes: unknown[] = []
    let path: string | null = `${list}?limit=7`
    while (path !== null) {
      const page: Page = await ask(path)
      codes.push(...page.items.map(({ code }) => code))
      path = page.next === null ? null : page.next.replace(/^.*\/mhsw-2019\//, '')
    }
    expect(codes).toEqual(all.map(({ code }) => code))
  })
})
