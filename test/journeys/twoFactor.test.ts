import type { Page } from 'playwright-core'
import { useApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { complaintsOf } from '../support/complaints'
import { make, password } from '../support/make'
import { codeOf, earlyInHalfMinute } from '../support/oneTimeCode'
import { useOpenDoor } from '../support/openDoor'
import { boxIn, startDraft } from '../web/returns/draft'

const app = useApp()
const door = useOpenDoor(app)
const { newPerson } = useBrowser()

jest.setTimeout(180_000)

async function givePassword(page: Page, email: string, next: string): Promise<void> {
  await page.goto(door.at(`/sign-in?next=${encodeURIComponent(next)}`))
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', password)
  await page.keyboard.press('Enter')
}

/** Sets up an app by keyboard, and gives its key. */
async function setUp(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Set up an app' }).press('Enter')
  await page.waitForURL(/\/two-factor\/app$/)
  const key = await page.locator('.code-key').innerText()
  await page.fill('[name=one_time_code]', '12')
  await page.keyboard.press('Enter')
  await page.locator('.govuk-error-summary').waitFor()
  expect(await page.locator('.code-key').innerText()).toBe(key)
  await page.fill('[name=one_time_code]', codeOf(key, -1))
  await page.fill('[name=present]', password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/recovery-codes$/)
  return key
}

test.each([
  ['with JavaScript', {}],
  ['without', { javaScriptEnabled: false }],
  ['at 320 px', { viewport: { width: 320, height: 640 } }],
])('somebody sets up an app, signs out, and signs in with its code, %s', async (_how, options) => {
  await earlyInHalfMinute()
  const { preparer } = await make(app.db).employer()
  const person = await newPerson(options)
  const page = await person.newPage()
  const complaints = await complaintsOf(page)
  await givePassword(page, preparer.email, '/account/two-factor')
  await page.waitForURL(/\/account\/two-factor$/)
  const key = await setUp(page)
  await page.getByRole('button', { name: 'I have kept them' }).press('Enter')
  await page.waitForURL(/\/account\/two-factor$/)
  await page.getByRole('button', { name: 'Sign out' }).press('Enter')
  await page.waitForURL(/\/sign-in/)

  await givePassword(page, preparer.email, '/team')
  await page.waitForURL(/\/sign-in\/code$/)
  await page.fill('[name=one_time_code]', codeOf(key))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/team$/)
  expect(complaints.filter((each) => !each.includes('422'))).toEqual([])
  await person.close()
})

test('a session that ended is gone on with by password and code, on the page itself', async () => {
  await earlyInHalfMinute()
  const draft = await startDraft(app)
  await draft.save('a', { has_mhsw: 'yes' })
  const person = await newPerson()
  const page = await person.newPage()
  await givePassword(page, draft.preparer.email, '/account/two-factor')
  await page.waitForURL(/\/account\/two-factor$/)
  const key = await setUp(page)
  await page.goto(door.at(draft.at('/sections/b')))
  await app.sql.query('delete from sessions where person_id = $1', [draft.preparer.id])

  await page.locator('[name="sw_emp_in.hc"]:not([type=hidden])').fill('41')
  await page.keyboard.press('Tab')
  const ended = page.locator('#session-ended[open]')
  await ended.waitFor()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await ended.getByText('Now enter the code').waitFor()
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await ended.getByText('Enter the 6 digits').waitFor()
  await page.keyboard.type(codeOf(key))
  await page.keyboard.press('Enter')
  await ended.waitFor({ state: 'hidden' })
  await page.locator('#state', { hasText: /^Saved/ }).waitFor()
  const html = await page.request.get(door.at(draft.at('/sections/b')))
  expect(boxIn(await html.text(), 'sw_emp_in.hc')).toBe('41')
  await person.close()
})
