import { useApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { setClock } from '../support/clock'
import { enter } from '../support/enter'
import { make } from '../support/make'
import { useOpenDoor } from '../support/openDoor'
import { staffed, trustsIn } from '../support/releases'
import { manyTrusts, type Many } from '../web/benchmarks/manyTrusts'
import { faultsOn } from './audit'
import { open, visitorsAt } from './world'

jest.setTimeout(180_000)

const app = useApp()
const door = useOpenDoor(app)
const { newPerson } = useBrowser()
const visitors = visitorsAt(door.at, newPerson)
let world: Many
let later: string

beforeAll(async () => {
  const { db, sql } = app
  world = await manyTrusts(app)
  const { release } = trustsIn(db)
  expect(await release()).toMatchObject({ kind: 'made' })
  await setClock(sql, '2022-09-01T09:00:00Z')
  const made = make(db)
  const opened = { opensAt: '2022-05-01T00:00:00Z', cutoffAt: '2022-08-01T00:00:00Z' }
  const { id: collectionId } = await made.collection({ code: 'mhsw-2022', title: 'Social work 2022', ...opened })
  const after = trustsIn(db, 'mhsw-2022')
  for (const each of [world.ours, ...world.others.slice(0, 9)]) {
    const { id } = await made.return({ organisationId: each.organisationId, collectionId })
    await after.submit({ ...each, returnId: id }, staffed(41))
    if (each === world.ours) later = id
  }
  expect(await after.release({ hold: true })).toMatchObject({ kind: 'made' })
})

async function faults(email: string, path: string) {
  const { page, complaints } = await visitors.of(email)
  const { html, status } = await open(page, door.at(path))
  await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
  return { status, faults: await faultsOn(page, html), complaints }
}

const flawless = { status: 200, faults: [], complaints: [] }

test.each(['?group=region', '?group=nobody&basis=people'])(
  'figures beside those of peers have nothing wrong with them (%s)',
  async (query) => {
    expect(await faults(world.preparer, `/returns/${world.ours.returnId}/benchmarks${query}`)).toEqual(flawless)
  },
)

test('nor has the page of those who wait for them', async () => {
  expect(await faults(world.preparer, `/returns/${later}/benchmarks`)).toEqual(flawless)
})

test.each([
  ['mhsw-2019', 'figures'],
  ['mhsw-2022', 'figures?by=nhs_trust'],
  ['mhsw-2022', 'trends'],
  ['mhsw-2022', 'comparison'],
])('nor have the network’s results of %s: %s', async (code, page) => {
  expect(await faults(world.analyst, `/network/collections/${code}/${page}`)).toEqual(flawless)
})

test('a chart becomes a picture, and without a script it is still a drawing', async () => {
  const { page } = await visitors.of(world.preparer)
  await open(page, door.at(`/returns/${world.ours.returnId}/benchmarks`))
  const part = page.locator('section[aria-labelledby=ind_wte_employed_100k]')
  await part.locator('summary', { hasText: 'The figures' }).click()
  const download = page.waitForEvent('download')
  await part.getByRole('button', { name: 'Download it as a picture (PNG)' }).click()
  expect((await download).suggestedFilename()).toBe('ind_wte_employed_100k.png')

  const plain = await (await newPerson({ javaScriptEnabled: false })).newPage()
  await enter(plain, door.at('/sign-in'), world.signatory)
  await plain.goto(door.at(`/returns/${world.ours.returnId}/benchmarks`))
  await plain.selectOption('[name=group]', 'region')
  await plain.click('main form button[type=submit]')
  await plain.waitForURL(/group=region/)
  const drawn = plain.locator('section[aria-labelledby=ind_wte_employed_100k] svg.strip').first()
  expect((await drawn.boundingBox())?.height).toBeGreaterThan(80)
  expect(await plain.locator('button', { hasText: 'PNG' }).count()).toBe(0)
})
