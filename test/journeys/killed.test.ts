import { useApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { doorTo, enter } from '../support/enter'
import { callerAt } from '../drill/caller'
import { programWith, type Program } from '../drill/program'
import { lossesIn, startWriters } from '../drill/steadyWriters'
import { makeWorld, type World } from '../drill/world'

jest.setTimeout(300_000)

const app = useApp()
const { newPerson } = useBrowser()
let program: Program
let world: World

beforeAll(async () => {
  world = await makeWorld(app.db, app.sql, 4)
  const env = { DATABASE_URL: app.url, SESSION_SECRET: 'a secret for tests that is long enough to be one', ROLE: 'web' }
  program = await programWith(env, { compiled: false })
  await program.start()
})
afterAll(() => program.stop())

test('a program that is killed while it saves loses nothing that it acknowledged', async () => {
  const callers = await Promise.all(world.emails.slice(1).map((email) => callerAt(program.url, email)))
  const writers = startWriters(world, callers)
  for (let kills = 0; kills < 2; kills++) {
    const before = writers.ledger.acknowledged.length
    while (writers.ledger.acknowledged.length < before + 15) await new Promise((resolve) => setTimeout(resolve, 20))
    await program.kill()
    await program.start()
  }
  await writers.stop()

  expect(writers.ledger.unanswered).toBeGreaterThan(0)
  expect(await lossesIn(app.sql, world, writers.ledger)).toEqual([])
})

test('a page that was open meanwhile says that it cannot save, keeps what is typed, and saves it by itself', async () => {
  const person = await newPerson()
  const page = await person.newPage()
  await enter(page, `${program.url}${doorTo(world.path)}`, world.emails[0] ?? '')

  await program.kill()
  const box = page.locator('[name="demo_gender.other.hc"]')
  await box.fill('7')
  await box.blur()
  await page.locator('#state', { hasText: 'Not saved: no connection' }).waitFor()
  await program.start()
  await page.locator('#state', { hasText: /^Saved/ }).waitFor()

  expect(await box.inputValue()).toBe('7')
  const { rows } = await app.sql.query(`select cell from cells where address = 'demo_gender.other.hc'`)
  expect(rows).toEqual([{ cell: { state: 'value', value: 7 } }])
  await person.close()
})
