import type { Page } from 'playwright-core'
import { sessionTimes } from '../../server/domain/people/sessionTimes'
import { useApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { complaintsOf } from '../support/complaints'
import { doorTo, enter } from '../support/enter'
import { useOpenDoor } from '../support/openDoor'
import { make, password } from '../support/make'
import { boxIn, startDraft } from '../web/returns/draft'

const employers = useApp()
const { db, sql } = employers
const door = useOpenDoor(employers)
const { newPerson } = useBrowser()

const CANARY = 'Only for the eyes of whoever typed it'

/** The preparer of a return in section B. */
async function inSectionB(options = {}) {
  const draft = await startDraft(employers)
  await draft.save('a', { has_mhsw: 'yes' })
  await draft.save('b', { 'sw_career_stage.team_manager.hc': '4' })
  const person = await newPerson(options)
  const page = await person.newPage()
  const complaints = await complaintsOf(page)
  await enter(page, door.at(doorTo(draft.at('/sections/b'))), draft.preparer.email)
  const endSession = () => sql.query('delete from sessions where person_id = $1', [draft.preparer.id])
  return { draft, person, page, complaints, endSession, next: () => make(db).employer() }
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
    const html = await (await employers.signIn(draft.preparer.email)).get(draft.at('/sections/b'))
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

    const back = employers.visitor()
    expect((await back.signIn(draft.preparer.email)).headers.location).toBe('/kept-form')
    expect((await back.get('/kept-form').redirects(2)).text).toContain(CANARY)
    expect(complaints).toEqual([])
    await person.close()
  })

  test('puts the page away when somebody else has signed in in another window', async () => {
    const { draft, person, page, next } = await inSectionB()
    const second = await person.newPage()
    await second.goto(door.at('/returns'))
    await second.getByRole('button', { name: 'Sign out' }).click()
    await second.waitForURL(({ pathname }) => pathname !== '/returns')
    await enter(second, door.at('/sign-in'), (await next()).preparer.email)
    await type(page, 'dq_b_comment', CANARY)
    await page.locator('h1', { hasText: 'This page had gone out of date' }).waitFor()
    expect(await page.content()).not.toContain(CANARY)
    const back = employers.visitor()
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
    const { preparer } = await make(db).employer()
    const person = await newPerson()
    await person.clock.install()
    const page = await person.newPage()
    const complaints = await complaintsOf(page)
    await enter(page, door.at('/sign-in'), preparer.email)
    const seenAt = async () =>
      (await sql.query<{ at: Date }>('select seen_at as at from sessions where person_id = $1', [preparer.id])).rows[0]
        ?.at
    /** For the page and for the server. */
    const pass = async (minutes: number) => {
      await sql.query(
        `update sessions set seen_at = seen_at - make_interval(mins => $2::int),
           expires_at = expires_at - make_interval(mins => $2::int) where person_id = $1`,
        [preparer.id, minutes],
      )
      await page.clock.fastForward(minutes * 60_000)
    }
    return { person, page, complaints, seenAt, pass }
  }

  const { idle } = sessionTimes.employers
  /** In minutes: it is asked three minutes before the end. */
  const untilAsked = (idle - sessionTimes.warning) / 60

  test('asks in time whether somebody is there: one key keeps them signed in, and the focus goes back', async () => {
    const { person, page, complaints, seenAt, pass } = await idling()
    await page.getByRole('link', { name: 'Team' }).focus()
    await pass(untilAsked - 1)
    expect(await warned(page).count()).toBe(0)
    await pass(1)
    await warned(page).waitFor()
    expect(await inHand(page)).toBe('Stay signed in')
    expect(await warned(page).textContent()).toMatch(/signed out in [23] minutes/)
    const before = await seenAt()
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/session.json'))
    await page.keyboard.press('Enter')
    await warned(page).waitFor({ state: 'hidden' })
    expect(await inHand(page)).toBe('Team')
    expect(await (await answered).json()).toMatchObject({ endsIn: idle })
    expect((await seenAt())?.getTime()).toBeGreaterThan(before?.getTime() ?? Infinity)
    expect(complaints).toEqual([])
    await person.close()
  })

  test('does not keep anybody signed in by asking, and then asks for the password', async () => {
    const { person, page, complaints, seenAt, pass } = await idling()
    await pass(untilAsked)
    const before = await seenAt()
    await warned(page).waitFor()
    expect(await seenAt()).toEqual(before)
    await pass(sessionTimes.warning / 60)
    await ended(page).waitFor()
    expect(await isShown(page)).toBe('hidden')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await ended(page).waitFor({ state: 'hidden' })
    expect(await isShown(page)).toBe('visible')
    expect(complaints).toEqual([])
    await person.close()
  })

  test('does not ask while something is done in another window', async () => {
    const { person, page, pass } = await idling()
    await pass(untilAsked - 1)
    const other = await person.newPage()
    await other.goto(door.at('/returns'))
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/session.json'))
    await pass(1)
    await (await answered).finished()
    await page.clock.runFor(5000)
    expect(await warned(page).count()).toBe(0)
    await person.close()
  })

  test('warns two minutes before the end at the least', () => {
    expect(sessionTimes.warning - sessionTimes.remembered).toBeGreaterThanOrEqual(120)
  })
})
