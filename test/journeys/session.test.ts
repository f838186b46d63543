import type { Page } from 'playwright-core'
import { sessionTimes } from '../../server/domain/people/sessionTimes'
import { useApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { complaintsOf } from '../support/complaints'
import { useOpenDoor } from '../support/openDoor'
import { make, password } from '../support/make'
import { boxIn, startDraft } from '../web/returns/draft'

/** Everything as usual, in seconds instead of minutes. */
const short = { idle: 12, most: 600 }
const employers = useApp({
  sessionTimes: { ...sessionTimes, employers: short, network: short, remembered: 1, warning: 6 },
})
const usual = useApp()
const { db, sql } = employers
const door = useOpenDoor(employers)
const usualDoor = useOpenDoor(usual)
const { newPerson } = useBrowser()

jest.setTimeout(60_000)

const CANARY = 'Only for the eyes of whoever typed it'

async function signInAt(page: Page, at: (path: string) => string, email: string, next: string): Promise<void> {
  await page.goto(at(`/sign-in?next=${encodeURIComponent(next)}`))
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', password)
  await page.click('main button[type=submit]')
  await page.waitForLoadState()
}

/** The preparer of a return in section B, at the door where sessions last as usual. */
async function inSectionB(options = {}) {
  const draft = await startDraft(usual)
  await draft.save('a', { has_mhsw: 'yes' })
  await draft.save('b', { 'sw_career_stage.team_manager.hc': '4' })
  const person = await newPerson(options)
  const page = await person.newPage()
  const complaints = await complaintsOf(page)
  await signInAt(page, usualDoor.at, draft.preparer.email, draft.at('/sections/b'))
  const endSession = () => usual.sql.query('delete from sessions where person_id = $1', [draft.preparer.id])
  return { draft, person, page, complaints, endSession, next: () => make(usual.db).employer() }
}

const box = (page: Page, name: string) => page.locator(`[name="${name}"]:not([type=hidden])`)

async function type(page: Page, name: string, text: string): Promise<void> {
  await box(page, name).fill(text)
  await box(page, name).blur()
}

const ended = (page: Page) => page.locator('#session-ended[open]')
const warned = (page: Page) => page.locator('#session-warning[open]')

const inHand = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement?.name || document.activeElement?.textContent.trim()')

const isShown = (page: Page): Promise<string> =>
  page.evaluate(`getComputedStyle(document.getElementById('main')).visibility`)

describe('a session that ended while somebody typed', () => {
  test('asks for the password on the page, and goes on where it was: nothing is lost', async () => {
    const { draft, person, page, complaints, endSession } = await inSectionB()
    await endSession()
    await box(page, 'sw_emp_in.hc').fill('41')
    await box(page, 'sw_emp_in.wte').fill('36.2')
    await ended(page).waitFor()
    expect(await ended(page).getByRole('strong').textContent()).toBe(draft.preparer.email)
    expect([await inHand(page), await isShown(page)]).toEqual(['password', 'hidden'])

    await page.keyboard.press('Escape')
    await page.keyboard.type('not the password')
    await page.keyboard.press('Enter')
    await ended(page).getByText('is not right').waitFor()
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await ended(page).waitFor({ state: 'hidden' })
    await page.locator('#state', { hasText: /^Saved/ }).waitFor()

    expect([await inHand(page), await isShown(page)]).toEqual(['sw_emp_in.wte', 'visible'])
    const html = await (await usual.signIn(draft.preparer.email)).get(draft.at('/sections/b'))
    expect([boxIn(html.text, 'sw_emp_in.hc'), boxIn(html.text, 'sw_emp_in.wte')]).toEqual(['41', '36.20'])
    await page.getByRole('button', { name: 'Save section' }).click()
    await page.locator('.flash', { hasText: 'Section saved.' }).waitFor()
    expect(complaints).toEqual([])
    await person.close()
  })

  test('asks when the button is pressed, too, and then sends what was meant', async () => {
    const { person, page, complaints, endSession } = await inSectionB()
    await endSession()
    await page.getByRole('button', { name: 'Save section' }).click()
    await ended(page).waitFor()
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.locator('.flash', { hasText: 'Section saved.' }).waitFor()
    expect(complaints).toEqual([])
    await person.close()
  })

  test('is not for the next one at that browser: they begin at home, and it waits for whom it belongs to', async () => {
    const { draft, person, page, complaints, endSession, next } = await inSectionB()
    await endSession()
    await type(page, 'dq_b_comment', CANARY)
    await ended(page).waitFor()
    await page.getByRole('button', { name: 'I am somebody else' }).click()
    await page.waitForURL(/\/sign-in/)
    expect(await page.content()).not.toContain(CANARY)
    const other = await next()
    await page.fill('[name=email]', other.preparer.email)
    await page.fill('[name=password]', password)
    await page.click('main button[type=submit]')
    await page.waitForURL(/\/returns$/)
    await page.goBack()
    expect(await page.content()).not.toContain(CANARY)

    const back = usual.visitor()
    expect((await back.signIn(draft.preparer.email)).headers.location).toBe('/kept-form')
    expect((await back.get('/kept-form').redirects(2)).text).toContain(CANARY)
    expect(complaints).toEqual([])
    await person.close()
  })

  test('puts the page away when somebody else has signed in in another window', async () => {
    const { draft, person, page, next } = await inSectionB()
    const second = await person.newPage()
    await second.goto(usualDoor.at('/returns'))
    await second.getByRole('button', { name: 'Sign out' }).click()
    await signInAt(second, usualDoor.at, (await next()).preparer.email, '/returns')
    await type(page, 'dq_b_comment', CANARY)
    await page.locator('h1', { hasText: 'This page had gone out of date' }).waitFor()
    expect(await page.content()).not.toContain(CANARY)
    const back = usual.visitor()
    expect((await back.signIn(draft.preparer.email)).headers.location).toBe('/kept-form')
    await person.close()
  })
})

test('without JavaScript what was typed is in its boxes after signing in again', async () => {
  const { draft, person, page, endSession } = await inSectionB({ javaScriptEnabled: false })
  await endSession()
  await box(page, 'sw_emp_in.hc').fill('41')
  await box(page, 'dq_b_comment').fill(CANARY)
  await page.getByRole('button', { name: 'Save section' }).first().click()
  await page.waitForURL(/\/sign-in/)
  expect(await page.content()).not.toContain(CANARY)
  await page.fill('[name=email]', draft.preparer.email)
  await page.fill('[name=password]', password)
  await page.click('main button[type=submit]')
  await page.waitForURL(/\/sections\/b\/kept$/)
  expect([await box(page, 'sw_emp_in.hc').inputValue(), await box(page, 'dq_b_comment').inputValue()]).toEqual([
    '41',
    CANARY,
  ])
  await page.locator('main button[type=submit]', { hasText: 'Save section' }).last().click()
  await page.locator('.flash', { hasText: 'Section saved.' }).waitFor()
  await person.close()
})

describe('a page on which nothing is done', () => {
  async function idling() {
    const made = await make(db).employer()
    const person = await newPerson()
    const page = await person.newPage()
    const complaints = await complaintsOf(page)
    await signInAt(page, door.at, made.preparer.email, '/returns')
    const left = async () =>
      (
        await sql.query<{ left: number }>(
          `select extract(epoch from expires_at - clock_timestamp())::float8 as left from sessions where person_id = $1`,
          [made.preparer.id],
        )
      ).rows[0]?.left ?? 0
    return { made, person, page, complaints, left }
  }

  test('asks in time whether somebody is there: one key keeps them signed in, and the focus goes back', async () => {
    const { person, page, complaints, left } = await idling()
    await page.getByRole('link', { name: 'Team' }).focus()
    await warned(page).waitFor()
    expect(await left()).toBeLessThan(8)
    expect(await inHand(page)).toBe('Stay signed in')
    expect(await warned(page).textContent()).toMatch(/signed out in 10 seconds/)
    await page.keyboard.press('Enter')
    await warned(page).waitFor({ state: 'hidden' })
    expect(await inHand(page)).toBe('Team')
    await page.waitForTimeout(500)
    expect(await left()).toBeGreaterThan(9)
    expect(complaints).toEqual([])
    await person.close()
  })

  test('does not keep anybody signed in by asking, and then asks for the password', async () => {
    const { person, page, complaints } = await idling()
    await warned(page).waitFor()
    await ended(page).waitFor({ timeout: 20_000 })
    expect(await isShown(page)).toBe('hidden')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await ended(page).waitFor({ state: 'hidden' })
    expect(await isShown(page)).toBe('visible')
    expect(complaints).toEqual([])
    await person.close()
  })

  test('does not ask while something is done in another window', async () => {
    const { person, page } = await idling()
    const other = await person.newPage()
    for (let n = 0; n < 6; n++) {
      await other.goto(door.at('/returns'))
      await other.waitForTimeout(1500)
    }
    expect(await warned(page).count()).toBe(0)
    await person.close()
  })

  test('warns two minutes before the end at the least', () => {
    expect(sessionTimes.warning - sessionTimes.remembered).toBeGreaterThanOrEqual(120)
  })
})
