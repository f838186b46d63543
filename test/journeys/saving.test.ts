import type { Page } from 'playwright-core'
import { useApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { complaintsOf } from '../support/complaints'
import { doorTo, enter } from '../support/enter'
import { useOpenDoor } from '../support/openDoor'
import { boxIn, startDraft } from '../web/returns/draft'

const employers = useApp()
const door = useOpenDoor(employers)
const { newPerson } = useBrowser()

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Something on the line that holds back what comes, from when it is shut until it is opened. */
function valve() {
  let passing = Promise.resolve()
  let opened = () => {}
  return {
    shut: () => {
      passing = new Promise((resolve) => (opened = resolve))
    },
    open: () => opened(),
    passed: () => passing,
  }
}

/** On section B of a return that has been begun; what is answered to saves, and questions drawn anew, can be held back. */
async function openSection() {
  const draft = await startDraft(employers)
  await draft.save('a', { has_mhsw: 'yes' })
  await draft.save('b', { 'sw_career_stage.team_manager.hc': '4' })
  const person = await newPerson()
  const page = await person.newPage()
  const complaints = await complaintsOf(page)
  await enter(page, door.at(doorTo(draft.at('/sections/b'))), draft.preparer.email)
  const [saves, redraws] = [valve(), valve()]
  let drawn = () => {}
  const drawnAnew = new Promise<void>((resolve) => (drawn = resolve))
  await page.route('**/sections/b', async (route) => {
    const request = route.request()
    const answer = await route.fetch()
    if (request.method() === 'PATCH') await saves.passed()
    else if (request.resourceType() === 'fetch') {
      drawn()
      await redraws.passed()
    }
    await route.fulfill({ response: answer })
  })
  return { draft, page, person, complaints, saves, redraws, drawnAnew }
}

const box = (page: Page, name: string) => page.locator(`[name="${name}"]:not([type=hidden])`)

async function type(page: Page, name: string, text: string): Promise<void> {
  await box(page, name).fill(text)
  await box(page, name).blur()
}

const isSaving = (page: Page) => page.waitForRequest((request) => request.method() === 'PATCH')

const save = (page: Page) => page.getByRole('button', { name: 'Save section' }).click()

/** Looks until it is so. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 800; looks++) {
    if (await isSo()) return
    await after(100)
  }
  throw new Error(`It did not come about that ${what}`)
}

const says = (page: Page, words: string | RegExp) => page.locator('#state', { hasText: words }).waitFor()

const flash = (page: Page) => page.locator('.flash', { hasText: 'Section saved.' }).waitFor()

describe('a section over a bad connection', () => {
  test('saves what is typed while an earlier change is on its way', async () => {
    const { draft, page, person, complaints, saves } = await openSection()
    saves.shut()
    const saving = isSaving(page)
    await type(page, 'sw_emp_in.hc', '41')
    await saving
    await type(page, 'sw_emp_in.wte', '36.2')
    saves.open()
    await until('both are kept', async () => boxIn(await draft.read('b'), 'sw_emp_in.wte') === '36.20')
    await says(page, /^Saved/)
    await page.goto(door.at('/returns'))
    expect(complaints).toEqual([])
    await person.close()
  })

  test('saves each box as it is left, however fast the next one is typed, and none that is half typed', async () => {
    const { draft, page, person } = await openSection()
    const sent: string[][] = []
    page.on('request', (request) => {
      if (request.method() !== 'PATCH') return
      sent.push(Object.keys((request.postDataJSON() as { cells: Record<string, string> }).cells))
    })
    await page.clock.install()
    await page.clock.pauseAt(await page.evaluate('Date.now() + 60_000'))
    await box(page, 'sw_emp_in.hc').fill('41')
    await page.keyboard.press('Tab')
    await page.keyboard.type('3')
    const first = isSaving(page)
    await page.clock.runFor(2000)
    await first
    expect(sent).toEqual([['sw_emp_in.hc']])
    await says(page, /^Saved/)
    await page.keyboard.type('6')
    await page.clock.runFor(2000)
    expect(sent).toHaveLength(1)
    const second = isSaving(page)
    await page.clock.runFor(1000)
    await second
    expect(sent[1]).toEqual(['sw_emp_in.wte'])
    await until('both are kept', async () => boxIn(await draft.read('b'), 'sw_emp_in.wte') === '36.00')
    await person.close()
  })

  test('keeps what is typed while the questions are drawn anew', async () => {
    const { draft, page, person, redraws, drawnAnew } = await openSection()
    redraws.shut()
    await page.evaluate(`document.getElementById('questions').classList.add('old')`)
    await type(page, 'sw_ext.hc', '12')
    await drawnAnew
    await type(page, 'sw_ext.wte', '10.8')
    redraws.open()
    await page.locator('#questions:not(.old)').waitFor()
    expect(await box(page, 'sw_ext.wte').inputValue()).toBe('10.8')
    await save(page)
    await flash(page)
    expect(boxIn(await draft.read('b'), 'sw_ext.wte')).toBe('10.80')
    await person.close()
  })

  test('lets the button wait for what is on its way: nobody clashes with themselves, and nobody is asked to stay', async () => {
    const { draft, page, person, complaints, saves } = await openSection()
    saves.shut()
    const saving = isSaving(page)
    await type(page, 'sw_emp_in.hc', '4')
    await saving
    await box(page, 'sw_emp_in.hc').fill('41')
    await save(page)
    saves.open()
    await flash(page)
    expect(boxIn(await draft.read('b'), 'sw_emp_in.hc')).toBe('41')
    expect(complaints).toEqual([])
    await person.close()
  })

  test('asks to stay where something would be lost', async () => {
    const { page, person, complaints, saves } = await openSection()
    saves.shut()
    const saving = isSaving(page)
    await type(page, 'sw_emp_in.hc', '41')
    await saving
    await page.getByRole('link', { name: 'Back to all sections' }).click()
    await page.waitForURL(/\/returns\/[^/]+$/)
    expect(complaints).toEqual([expect.stringContaining('asked “beforeunload”')])
    saves.open()
    await person.close()
  })

  test('keeps the page, and all that is typed in it, where the button is pressed without a connection', async () => {
    const { draft, page, person } = await openSection()
    await page.unroute('**/sections/b')
    await person.setOffline(true)
    await type(page, 'sw_emp_in.hc', '41')
    await says(page, 'Not saved: no connection')
    const failing = page.waitForEvent('requestfailed')
    await save(page)
    await failing
    await says(page, 'Not saved: no connection')
    expect(await box(page, 'sw_emp_in.hc').inputValue()).toBe('41')
    await person.setOffline(false)
    await says(page, /^Saved/)
    // Two presses within a second are a double click, and count once.
    await after(1100)
    await save(page)
    await flash(page)
    expect(boxIn(await draft.read('b'), 'sw_emp_in.hc')).toBe('41')
    await person.close()
  })
})

describe('a section that a colleague changes at the same time', () => {
  test('shows what the colleague gave, and its button does not undo that', async () => {
    const { draft, page, person } = await openSection()
    await draft.save('b', { 'sw_career_stage.asye.hc': '6' })
    await type(page, 'sw_career_stage.other.hc', '5')
    await until('the page shows it', async () => (await box(page, 'sw_career_stage.asye.hc').inputValue()) === '6')
    await save(page)
    await flash(page)
    const html = await draft.read('b')
    expect([boxIn(html, 'sw_career_stage.asye.hc'), boxIn(html, 'sw_career_stage.other.hc')]).toEqual(['6', '5'])
    await person.close()
  })

  test('asks where something was typed meanwhile in the box that the colleague changed', async () => {
    const { draft, page, person, saves } = await openSection()
    await draft.save('b', { 'sw_emp_in.hc': '40' })
    saves.shut()
    const saving = isSaving(page)
    await type(page, 'sw_emp_in.wte', '36.2')
    await saving
    await type(page, 'sw_emp_in.hc', '41')
    saves.open()
    await page.locator('.entry__problem', { hasText: 'changed this to 40' }).waitFor()
    expect(boxIn(await draft.read('b'), 'sw_emp_in.hc')).toBe('40')
    expect(await box(page, 'sw_emp_in.hc').inputValue()).toBe('41')

    await type(page, 'sw_ext.hc', '12')
    await until('the rest is kept', async () => boxIn(await draft.read('b'), 'sw_ext.hc') === '12')
    await page.getByRole('button', { name: 'Keep mine' }).click()
    await until('mine is kept', async () => boxIn(await draft.read('b'), 'sw_emp_in.hc') === '41')
    await person.close()
  })

  test('loses nothing that is typed while the figure of the colleague, which was chosen, is being drawn', async () => {
    const { draft, page, person, redraws, drawnAnew } = await openSection()
    await draft.save('b', { 'sw_emp_in.hc': '40' })
    await type(page, 'sw_emp_in.hc', '41')
    redraws.shut()
    await page.getByRole('button', { name: 'Keep theirs' }).click()
    await drawnAnew
    await type(page, 'sw_emp_in.wte', '36.2')
    // Long enough for a save that would not wait.
    await after(500)
    redraws.open()
    await until('the rest is kept', async () => boxIn(await draft.read('b'), 'sw_emp_in.wte') === '36.20')
    await says(page, /^Saved \d\d:\d\d(?!,)/)
    expect(await box(page, 'sw_emp_in.hc').inputValue()).toBe('40')
    await save(page)
    await flash(page)
    const html = await draft.read('b')
    expect([boxIn(html, 'sw_emp_in.hc'), boxIn(html, 'sw_emp_in.wte')]).toEqual(['40', '36.20'])
    await person.close()
  })

  test('asks once more when the section is saved with its button before that was decided', async () => {
    const { draft, page, person } = await openSection()
    await draft.save('b', { 'sw_emp_in.hc': '40' })
    await type(page, 'sw_emp_in.hc', '41')
    await page.locator('.entry__problem', { hasText: 'changed this to 40' }).waitFor()
    await save(page)
    await page.getByRole('heading', { name: 'Somebody else changed this while you were typing' }).waitFor()
    expect(boxIn(await draft.read('b'), 'sw_emp_in.hc')).toBe('40')
    await person.close()
  })
})

describe.each([true, false])('the Enter key in a box (JavaScript: %s)', (javaScriptEnabled) => {
  test('saves the section, and sets no blank box to 0', async () => {
    const draft = await startDraft(employers)
    await draft.save('a', { has_mhsw: 'yes' })
    await draft.save('b', {
      'sw_emp_in.hc': '41',
      'sw_emp_in.wte': '36.2',
      'sw_emp_out.hc': '0',
      'sw_emp_out.wte': '0',
    })
    const person = await newPerson({ javaScriptEnabled })
    const page = await person.newPage()
    await enter(page, door.at(doorTo(draft.at('/sections/b'))), draft.preparer.email)
    await box(page, 'sw_career_stage.asye.hc').fill('6')
    await box(page, 'sw_career_stage.asye.hc').press('Enter')
    await flash(page)
    const html = await draft.read('b')
    expect([boxIn(html, 'sw_career_stage.asye.hc'), boxIn(html, 'sw_career_stage.other.hc')]).toEqual(['6', ''])
    await person.close()
  })
})
