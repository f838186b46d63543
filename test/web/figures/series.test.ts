import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { make } from '../../support/make'
import { staffed, trustsIn, type Trust } from '../../support/releases'
import type { Visitor } from '../../support/signIn'
import { visible } from '../visible'

const { db, sql, signIn } = useApp()
const made = make(db)
const before = trustsIn(db)
const after = trustsIn(db, 'mhsw-2022')

let analyst: Visitor
let ours: Trust
let later: string

/** The same eight trusts in both collections, each of which has a release. */
beforeAll(async () => {
  await setClock(sql, '2020-02-12T09:00:00Z')
  await made.collection()
  const trusts: Trust[] = []
  for (let number = 1; number <= 8; number += 1) trusts.push(await before.trust(staffed(10 * number + 3)))
  await before.release()
  await setClock(sql, '2022-09-01T09:00:00Z')
  const collection = await made.collection({
    code: 'mhsw-2022',
    title: 'Mental health social care 2022',
    opensAt: '2022-05-01T00:00:00Z',
    cutoffAt: '2022-08-01T00:00:00Z',
  })
  for (const each of trusts) {
    const { id } = await made.return({ organisationId: each.organisationId, collectionId: collection.id })
    await after.submit({ ...each, returnId: id }, staffed(31))
    if (each === trusts[0]) later = id
  }
  expect(await after.release()).toMatchObject({ kind: 'made' })
  const [first] = trusts
  if (!first) throw new Error('There are eight')
  ours = first
  analyst = await signIn((await made.person({ staffRole: 'analyst' })).email)
})

const partOf = (html: string, indicator: string) => html.split(`id="${indicator}">`)[1]?.split('</section>')[0] ?? ''

describe('results over time', () => {
  const trends = async (query = '') => (await analyst.get(`/network/collections/mhsw-2022/trends${query}`)).text

  test('join what is comparable, by the days the figures are of', async () => {
    const part = partOf(await trends(), 'ind_wte_employed_100k')
    expect(visible(part)).toMatch(/Monday 30 September 2019 8 .* Thursday 31 March 2022 8 /)
    expect(part).toContain('strip__trend')
  })

  test('join the vacancies of trusts, and not those of all organisations together', async () => {
    const trusts = partOf(await trends(), 'ind_vacancy_rate')
    expect(trusts).toContain('strip__trend')
    const all = partOf(await trends('?group=all'), 'ind_vacancy_rate')
    expect(all).not.toContain('strip__trend')
    expect(visible(all)).toContain('Not joined. The published rate of 2019 is of NHS trusts alone')
  })

  test('stand apart from what was printed elsewhere, with where that was', async () => {
    const said = visible(await trends())
    expect(said).toContain('Social workers in NHS mental health services, as published 2,894 WTE')
    expect(said).toMatch(/on the base the rise of 20% is of 2,980 WTE .*never in its place/)
  })

  test('of a group that is none are those of trusts, and say so', async () => {
    expect(visible(await trends('?group=region:nhs_trust:Y56'))).toContain(
      'There is no such group. NHS trusts are shown.',
    )
  })

  test('are the same whichever of the collections one comes from', async () => {
    const { text } = await analyst.get('/network/collections/mhsw-2019/trends')
    expect(partOf(text, 'ind_wte_employed_100k')).toBe(partOf(await trends(), 'ind_wte_employed_100k'))
  })

  test('need two collections with a release each, and say where one is wanting', async () => {
    await made.collection({ code: 'psw-2019', title: 'Peer support 2019-20' })
    const { text } = await analyst.get('/network/collections/psw-2019/trends')
    expect(visible(text)).toContain('A trend needs two collections of the same survey with a release each')
    expect(text).toContain(
      '<a href="/network/collections/psw-2019/figures">Make a release of “Peer support 2019-20”</a>',
    )
  })
})

test('an employer sees its own figure in both collections', async () => {
  const { email } = await made.person({ organisationId: ours.organisationId, role: 'preparer' })
  const visitor = await signIn(email)
  const part = partOf((await visitor.get(`/returns/${later}/benchmarks`)).text, 'ind_wte_employed_100k')
  expect(visible(part)).toContain('Your figure: 1.3 on Monday 30 September 2019; 3.1 on Thursday 31 March 2022.')
  expect(part).toContain('strip__trend')
  const first = await visitor.get(`/returns/${ours.returnId}/benchmarks`)
  expect(first.text).not.toContain('Over time')
})

describe('what is asked, beside another collection', () => {
  const page = async (code: string) => visible((await analyst.get(`/network/collections/${code}/comparison`)).text)

  test('says what came, what went and what is worded otherwise', async () => {
    const said = await page('mhsw-2022')
    expect(said).toMatch(/\d+ lines came, \d+ lines? went, and the words of \d+ are no longer the same/)
    expect(said).toContain('ta_year1_hc')
    expect(said).toContain('Social Work England')
    expect(said).toContain('Generic community teams are drawn more widely in 2022')
  })

  test('is the same from either side', async () => {
    const [one, other] = [await page('mhsw-2019'), await page('mhsw-2022')]
    const summary = /From “.*no longer the same/
    expect(summary.exec(one)?.[0]).toBe(summary.exec(other)?.[0])
  })

  test('needs another collection of the survey', async () => {
    await made.collection({ code: 'psw-2019', title: 'Peer support 2019-20' })
    expect(await page('psw-2019')).toContain('There is no other collection of this survey')
  })
})
