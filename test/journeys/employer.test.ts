import type { Page } from 'playwright-core'
import { employerCoded } from '../../server/demonstration/employers'
import { declarationBy } from '../../server/demonstration/telling/submitting'
import { useApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { complaintsOf } from '../support/complaints'
import { password } from '../support/make'
import { useOpenDoor } from '../support/openDoor'
import { storyOf } from '../support/story'
import { makeThornmere, thornmereInFull, type Answers, type Given } from '../support/thornmere'
import { keyboardAt, type Keyboard } from './keyboard'

jest.setTimeout(300_000)

const { newPerson } = useBrowser()
const answers = thornmereInFull()

/** The ages as a spreadsheet has them, people and WTE; one person of 45 to 49 (0.80 WTE) is not in it. */
const ageBands = [
  ...new Set(Object.keys(answers).flatMap((address) => /^demo_age\.(\w+)\.hc$/.exec(address)?.[1] ?? [])),
]
const lessOne = (band: string, column: 'hc' | 'wte') => {
  const figure = Number(answers[`demo_age.${band}.${column}`])
  if (band !== 'a45_49') return String(figure)
  return column === 'hc' ? String(figure - 1) : (figure - 0.8).toFixed(2)
}
const spreadsheet = ageBands.map((band) => [lessOne(band, 'hc'), lessOne(band, 'wte')])

const isAge = (address: string) => address.startsWith('demo_age.')
const isDisabilityInWte = (address: string) => /^demo_disability\..*\.wte$/.test(address)
const without = (is: (address: string) => boolean): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([address]) => !is(address)))

interface Somebody {
  readonly page: Page
  readonly keys: Keyboard
  readonly complaints: readonly string[]
}

/** What a page says, as it is read. */
const words = async (page: Page, of = 'main') => ((await page.textContent(of)) ?? '').replace(/\s+/g, ' ').trim()

const heading = (page: Page) => words(page, 'h1')

async function signIn({ page, keys }: Somebody, at: string, email: string): Promise<void> {
  await page.goto(at)
  await keys.type('email', email)
  await keys.type('password', password)
  await keys.enter()
}

/** Answers a section until nothing more is asked; what follows from an answer without scripts is asked after saving. */
async function fill({ keys, page }: Somebody, given: Answers, mayExplain = ''): Promise<void> {
  for (let pass = 1; (await keys.goThrough(given, 'Save section')) > 0; pass++) {
    if (pass > 5) throw new Error(`There is always something left to answer on ${page.url()}`)
    await keys.enter()
    if ((await heading(page)).includes('unusual')) {
      if (mayExplain === '') await keys.follow('Explain later')
      else await explain(keys, mayExplain)
    }
  }
}

async function explain(keys: Keyboard, comment: string): Promise<void> {
  await keys.tabTo('the explanation', ({ name }) => name.startsWith('explain!'))
  await keys.page.keyboard.type(comment)
  await keys.follow('Save explanation')
}

/** Leaves a section that is done for the next one. */
async function goOn({ keys, page }: Somebody): Promise<void> {
  await keys.goThrough({}, 'Save and')
  await keys.enter()
  if ((await heading(page)).includes('unusual')) await keys.follow('Explain later')
}

const sectionIn = (page: Page) => /\/sections\/(\w)/.exec(page.url())?.[1]

/** From this section to the end of the list: whatever is asked is answered. */
async function fillTheRest(somebody: Somebody): Promise<string[]> {
  const filled: string[] = []
  for (let section = sectionIn(somebody.page); section !== undefined; section = sectionIn(somebody.page)) {
    if (filled.includes(section)) throw new Error(`Section ${section} leads to itself`)
    await fill(somebody, answers)
    await goOn(somebody)
    filled.push(section)
  }
  return filled
}

describe.each([
  ['with JavaScript, pasting from a spreadsheet', true],
  ['without JavaScript, typing it all', false],
] as const)('the journey of an employer at the keyboard, %s', (_how, javaScriptEnabled) => {
  const employers = useApp()
  const door = useOpenDoor(employers)
  const step = storyOf()
  let preparer: Somebody
  let id = ''

  beforeAll(async () => {
    ;({ id } = await makeThornmere(employers))
    const person = await newPerson({ javaScriptEnabled })
    if (javaScriptEnabled) await person.grantPermissions(['clipboard-read', 'clipboard-write'])
    const page = await person.newPage()
    preparer = { page, keys: keyboardAt(page), complaints: await complaintsOf(page) }
  })
  afterAll(() => preparer.page.context().close())

  const kept = async (address: string) =>
    (await employers.sql.query('select cell from cells where return_id = $1 and address = $2', [id, address])).rows[0]
      ?.cell

  step('signs in from the link of a letter, and finds the organisation and its sections', async () => {
    const { page, keys } = preparer
    await signIn(preparer, door.at(`/returns/${id}`), 'preparer@thornmere-trust.example')
    expect(page.url()).toBe(door.at(`/returns/${id}`))
    const tasks = await words(page)
    expect(tasks).toContain('Thornmere Partnership NHS Trust')
    expect(tasks).toContain('Closes 11:59pm on Monday 10 February 2020, in 14 days')
    expect(await page.locator('.task').count()).toBe(16)

    await keys.follow('Your organisation')
    const about = await words(page)
    expect(about).toContain('NHS England region North West')
    expect(about).toContain('1,267,044')
    await fill(preparer, answers)
    await goOn(preparer)
    expect(await heading(page)).toBe('Social workers in post')
  })

  step('gives 41 people and 36.20 WTE, 12 of two councils, and says why a week has 37 hours', async () => {
    const { page } = preparer
    await fill(preparer, answers, 'Our social workers kept the week of the council they came from.')
    const section = await words(page)
    expect(section).toContain('You gave 37.0 hours a week.')
    expect(section).toContain('Explained')
    expect(await page.locator('[data-shown="sw_employed.hc"]').textContent()).toBe('41')
    expect(await page.locator('[data-shown="sw_service.wte"]').textContent()).toBe('47.00')
    expect(section).toContain('Nothing missing: this adds up')
    expect(await kept('sw_ext_partner.2.org')).toEqual({ state: 'value', value: 'E06900033' })
    await goOn(preparer)
  })

  step('goes on to the section on characteristics', async () => {
    while (sectionIn(preparer.page) !== 'h') {
      await fill(preparer, answers)
      await goOn(preparer)
    }
    expect(preparer.page.url()).toBe(door.at(`/returns/${id}/sections/h`))
  })

  step('is told that one person is missing from the ages, and puts it right', async () => {
    const { page, keys } = preparer
    if (javaScriptEnabled) {
      await page.evaluate(
        `navigator.clipboard.writeText(${JSON.stringify(spreadsheet.map((row) => row.join('\t')).join('\r\n'))})`,
      )
      await keys.box('demo_age.a_under25.hc')
      await keys.press('Control+V')
      await page.locator('text=Pasted 11 lines.').waitFor()
    } else {
      const typed = ageBands.flatMap((band, at) => [
        [`demo_age.${band}.hc`, spreadsheet[at]?.[0] ?? ''],
        [`demo_age.${band}.wte`, spreadsheet[at]?.[1] ?? ''],
      ])
      await keys.goThrough(Object.fromEntries(typed), 'Save section')
      await keys.enter()
    }
    const remaining = page.locator('[data-shown="demo_age-remaining"]')
    await remaining.filter({ hasText: '1 person and 0.80 WTE missing' }).waitFor()
    expect(await words(page, '#demo_age tfoot')).toMatch(/Total 40 35\.40 .*Total you employ \(section B\) 41 36\.20/)

    await keys.goThrough(
      {
        'demo_age.a45_49.hc': answers['demo_age.a45_49.hc'] ?? '',
        'demo_age.a45_49.wte': answers['demo_age.a45_49.wte'] ?? '',
      },
      'Save section',
    )
    await keys.enter()
    expect(await words(page, '[data-shown="demo_age-remaining"]')).toBe('Nothing missing: this adds up')
    const { rows } = await employers.sql.query(
      `select distinct via from cell_changes where return_id = $1 and address like 'demo_age.%' order by 1`,
      [id],
    )
    expect(rows).toEqual(javaScriptEnabled ? [{ via: 'pasted' }, { via: 'typed' }] : [{ via: 'typed' }])
  })

  step('says of a whole column at once that it is not collected', async () => {
    const { page, keys } = preparer
    await fill(
      preparer,
      without((address) => isAge(address) || isDisabilityInWte(address)),
    )
    await keys.tabTo(
      'the choice for a column',
      ({ tag, inside }) => tag === 'summary' && inside.includes('demo_disability.*.wte!nc'),
    )
    await keys.press('Enter')
    await keys.pick(await keys.box('demo_disability.*.wte!nc'), 'not_extractable')
    await keys.follow('Save with these')
    expect(await kept('demo_disability.yes.wte')).toEqual({ state: 'not_collected', reason: 'not_extractable' })
    expect(await words(page, '#demo_disability')).toContain('WTE: not compared, for 4 not collected')
    await goOn(preparer)
  })

  step('fills in the rest, activity held by a partner among it', async () => {
    expect(await fillTheRest(preparer)).toEqual(['i', 'j', 'k', 'l', 'm', 'n', 'o', 'p'])
    expect(await kept('act_care_act')).toEqual({ state: 'not_collected', reason: 'held_by_partner' })
    expect(await words(preparer.page)).toContain('1 figure needs an explanation.')
  })

  step('finds on the check page what is left, explains it, and sends it for signature', async () => {
    const { page, keys } = preparer
    await keys.follow('Check the whole return')
    expect(await words(page)).toContain('What is left E Vacancies, starters and leavers: 1 figure to explain')
    await keys.follow('Explain: Staff in post (36.20 WTE)')
    expect(page.url()).toBe(door.at(`/returns/${id}/sections/e#rule-E03`))
    await keys.type('explain!E03', 'Two posts are funded by the council and are not in our establishment.')
    await goOn(preparer)
    await page.goto(door.at(`/returns/${id}/check`))
    const check = await words(page)
    expect(check).toContain('Everything here is answered, adds up and is explained.')
    for (const comment of ['Our social workers kept the week', 'Two posts are funded']) expect(check).toContain(comment)
    await keys.follow('Send for signature')
    expect(await words(page)).toContain('Sent for signature.')
    expect(await words(page)).toContain('Waiting for signature')
  })

  step('keeps exactly what was given', async () => {
    const { rows } = await employers.sql.query<{ address: string; cell: { value?: unknown; reason?: string } }>(
      `select address, cell from cells where return_id = $1 and address not like 'explain!%'`,
      [id],
    )
    const expected = Object.entries(answers).map(([address, given]) => [
      address,
      isDisabilityInWte(address) ? 'not_extractable' : asKept(given),
    ])
    expect(Object.fromEntries(rows.map(({ address, cell }) => [address, asRead(cell)]))).toEqual(
      Object.fromEntries(expected),
    )
  })

  step('and no page complained', () => {
    expect(preparer.complaints).toEqual([])
    return Promise.resolve()
  })

  step('the director reads it on a phone and signs, and both have the receipt', async () => {
    const person = await newPerson({
      javaScriptEnabled,
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
    })
    const phone = await person.newPage()
    const complaints = await complaintsOf(phone)
    const fits = async () =>
      expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await phone.goto(door.at(`/returns/${id}/sign-off`))
    await phone.locator('[name=email]').fill('signatory@thornmere-trust.example')
    await phone.locator('[name=password]').fill(password)
    await phone.getByRole('button', { name: 'Sign in' }).tap()
    await phone.waitForURL('**/sign-off')
    const summary = await words(phone)
    await fits()
    for (const said of [
      '41',
      '36.20',
      'Our social workers kept the week',
      'Two posts are funded',
      'A partner organisation holds it',
    ]) {
      expect(summary).toContain(said)
    }

    for (const [name, value] of Object.entries(declarationBy(employerCoded('T80'), true))) {
      const box = phone.locator(`[name="${name}"]:not([type=hidden])`)
      if ((await box.count()) === 0) continue
      const type = await box.first().getAttribute('type')
      if (type === 'radio') await phone.locator(`[name="${name}"][value="${String(value)}"]`).check()
      else if (type === 'checkbox') await box.check()
      else if ((await box.first().evaluate('(e) => e.tagName')) === 'SELECT') await box.selectOption(String(value))
      else await box.fill(String(value))
    }
    await fits()
    await phone.getByRole('button', { name: 'Sign and submit' }).tap()
    await phone.waitForURL('**/receipt')
    const receipt = await words(phone)
    await fits()
    const { rows } = await employers.sql.query<{ reference: string }>(
      'select reference from submissions where return_id = $1',
      [id],
    )
    expect(rows).toHaveLength(1)
    expect(receipt).toContain(rows[0]?.reference)
    expect(receipt).toMatch(/9:\d\dam GMT on Monday 27 January 2020/)
    expect(complaints).toEqual([])
    await person.close()

    await preparer.page.goto(door.at(`/returns/${id}/receipt`))
    expect(await words(preparer.page)).toContain(rows[0]?.reference)
    const letters = await employers.sql.query(
      `select to_address from post where return_id = $1 and kind = 'submitted' order by 1`,
      [id],
    )
    expect(letters.rows.map(({ to_address }) => to_address)).toEqual([
      'preparer@thornmere-trust.example',
      'signatory@thornmere-trust.example',
    ])
  })
})

/** What is given in a box, as the return keeps it. */
function asKept(given: Given): unknown {
  if (typeof given === 'object' && 'notCollected' in given) return given.notCollected
  if (typeof given !== 'string') return [...given]
  return /^[\d.]+$/.test(given) ? Number(given) : (/\((\w+)\)$/.exec(given)?.[1] ?? given)
}

const asRead = (cell: { value?: unknown; reason?: string }) => cell.reason ?? cell.value
