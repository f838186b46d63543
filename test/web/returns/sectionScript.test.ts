import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { useApp } from '../../support/app'
import { useBrowser } from '../../support/browser'
import { doorTo, enter } from '../../support/enter'
import { boxIn, startDraft } from './draft'

const employers = useApp()
const { newPerson } = useBrowser()
let server: Server
let base = ''

beforeAll(async () => {
  server = createServer(employers.app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Somebody with a browser, signed in, on section B of a return that has social workers. */
async function openSectionB() {
  const draft = await startDraft(employers)
  await draft.save('a', { has_mhsw: 'yes' })
  const person = await newPerson()
  const tab = await person.newPage()
  await enter(tab, `${base}${doorTo(draft.at('/sections/b'))}`, draft.preparer.email)
  return { draft, tab, person }
}

const box = (tab: Page, name: string) => tab.locator(`[name="${name}"]:not([type=hidden])`)

async function type(tab: Page, name: string, text: string) {
  await box(tab, name).fill(text)
  await box(tab, name).blur()
}

/** Does something, and waits until the change that it makes has been saved. */
async function savedBy(tab: Page, does: () => Promise<unknown>) {
  const saved = tab.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await does()
  expect((await saved).status()).toBe(200)
}

const save = (tab: Page, name: string, text: string) => savedBy(tab, () => type(tab, name, text))

const state = (tab: Page, words: string | RegExp) => tab.locator('#state', { hasText: words }).waitFor()

/** It is nine o'clock, or a little later. */
const SAVED = /^Saved 09:\d\d(?!,)/

describe('a section with its script', () => {
  test('saves each change as it is made, and says when', async () => {
    const { draft, tab, person } = await openSectionB()
    await save(tab, 'sw_emp_in.hc', '41')
    await state(tab, SAVED)
    expect(boxIn(await draft.read('b'), 'sw_emp_in.hc')).toBe('41')
    await person.close()
  })

  test('works out totals at once', async () => {
    const { tab, person } = await openSectionB()
    for (const [name, text] of Object.entries({ 'sw_emp_in.hc': '41', 'sw_emp_out.hc': '2' }))
      await type(tab, name, text)
    await tab.locator('[data-shown="sw_employed.hc"]', { hasText: '43' }).waitFor()
    await person.close()
  })

  test('asks what follows from an answer, and leaves the cursor where it was', async () => {
    const { tab, person } = await openSectionB()
    await box(tab, 'sw_ext.hc').fill('12')
    await box(tab, 'sw_ext.wte').focus()
    await tab.locator('#sw_ext_by_employer').waitFor()
    expect(await tab.evaluate('document.activeElement.name')).toBe('sw_ext.wte')
    await person.close()
  })

  test('takes a column from a spreadsheet', async () => {
    const { draft, tab, person } = await openSectionB()
    await type(tab, 'sw_ext.hc', '12')
    await tab.locator('#sw_ext_by_employer').waitFor()
    const saved = tab.waitForResponse(
      (answer) => answer.request().postData()?.includes('sw_ext_by_employer.nhs_trust.wte') === true,
    )
    await tab.evaluate(`{
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '7\\t6.5\\r\\n5\\t4.3\\r\\n')
      const box = document.getElementById('sw_ext_by_employer.local_authority.hc')
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }`)
    expect(await box(tab, 'sw_ext_by_employer.nhs_trust.wte').inputValue()).toBe('4.3')
    await tab.locator('[data-shown="sw_ext_by_employer-remaining"]', { hasText: 'adds up' }).waitFor()
    expect((await saved).status()).toBe(200)
    const { rows } = await employers.sql.query(
      'select distinct via from cell_changes where return_id = $1 and address like $2',
      [draft.id, 'sw_ext_by_employer.%'],
    )
    expect(rows).toEqual([{ via: 'pasted' }])
    await person.close()
  })

  test('says what could not be read, and keeps it', async () => {
    const { tab, person } = await openSectionB()
    await type(tab, 'sw_emp_in.hc', 'lots')
    await tab.locator('.entry__problem', { hasText: 'must be a whole number' }).waitFor()
    expect(await box(tab, 'sw_emp_in.hc').inputValue()).toBe('lots')
    await person.close()
  })

  test('keeps trying when the connection is gone, and saves when it is back', async () => {
    const { draft, tab, person } = await openSectionB()
    await person.setOffline(true)
    await type(tab, 'sw_emp_in.hc', '41')
    await state(tab, 'Not saved: no connection')
    await person.setOffline(false)
    await state(tab, SAVED)
    expect(boxIn(await draft.read('b'), 'sw_emp_in.hc')).toBe('41')
    await person.close()
  })

  test('asks which of two figures to keep when somebody else changed the same box', async () => {
    const { draft, tab, person } = await openSectionB()
    await draft.save('b', { 'sw_emp_in.hc': '40' })
    await type(tab, 'sw_emp_in.hc', '41')
    await tab.locator('.entry__problem', { hasText: 'Dilys Marlow changed this to 40' }).waitFor()
    await savedBy(tab, () => tab.getByRole('button', { name: 'Keep mine' }).click())
    await tab.locator('.entry__problem').waitFor({ state: 'detached' })
    await state(tab, SAVED)
    expect(boxIn(await draft.read('b'), 'sw_emp_in.hc')).toBe('41')
    await person.close()
  })

  test('takes back the figure when it is said not to be collected', async () => {
    const { draft, tab, person } = await openSectionB()
    await save(tab, 'sw_emp_in.hc', '41')
    await save(tab, 'sw_emp_out.hc', '0')
    await save(tab, 'sw_generic_posts.hc', '3')
    await tab.locator('[id="sw_generic_posts"] summary').click()
    await savedBy(tab, () => box(tab, 'sw_generic_posts.hc!nc').selectOption('not_recorded'))
    expect(await box(tab, 'sw_generic_posts.hc').inputValue()).toBe('')
    const { rows } = await employers.sql.query(
      "select cell from cells where return_id = $1 and address = 'sw_generic_posts.hc'",
      [draft.id],
    )
    expect(rows).toEqual([{ cell: { state: 'not_collected', reason: 'not_recorded' } }])
    await person.close()
  })

  test('says that the return has closed, and what to do', async () => {
    const { tab, person } = await openSectionB()
    await employers.sql.query(
      "update demonstration set clock_offset = '2020-02-11T00:00:00Z'::timestamptz - clock_timestamp()",
    )
    await type(tab, 'sw_emp_in.hc', '41')
    await state(tab, 'This return closed at 11:59pm on Monday 10 February 2020.')
    await tab.getByRole('button', { name: 'Save section' }).click()
    await tab.getByRole('heading', { name: 'What you typed' }).waitFor()
    expect(await tab.textContent('.typed__row dd')).toBe('41')
    await person.close()
  })
})
