import type { Page } from 'playwright-core'
import { employerCoded } from '../../server/demonstration/employers'
import { declarationBy } from '../../server/demonstration/telling/submitting'
import { useApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { complaintsOf } from '../support/complaints'
import { password } from '../support/make'
import { useOpenDoor } from '../support/openDoor'
import { fieldsOf, fillThornmere, makeThornmere } from '../support/thornmere'
import { keyboardAt } from './keyboard'

const employers = useApp()
const door = useOpenDoor(employers)
const { newPerson } = useBrowser()
let id = ''

beforeAll(async () => {
  ;({ id } = await makeThornmere(employers))
})

const preparing = () => employers.signIn('preparer@thornmere-trust.example')

/** Somebody with a keyboard and no mouse, signed in and on a page. */
async function atTheKeyboard(email: string, path: string, javaScriptEnabled: boolean) {
  const person = await newPerson({ javaScriptEnabled })
  const page = await person.newPage()
  const complaints = await complaintsOf(page)
  const keys = keyboardAt(page)
  await page.goto(door.at(path))
  await keys.type('email', email)
  await keys.type('password', password)
  await keys.enter()
  return { person, page, keys, complaints }
}

const words = async (page: Page) => ((await page.textContent('main')) ?? '').replace(/\s+/g, ' ').trim()

const kept = async (address: string) =>
  (
    await employers.sql.query<{ cell: { value: unknown } }>(
      'select cell from cells where return_id = $1 and address = $2',
      [id, address],
    )
  ).rows[0]?.cell.value

test('two people who changed the same box: the choice is made at the keyboard, without scripts', async () => {
  const colleague = await preparing()
  await colleague.post(`/returns/${id}/sections/a`, fieldsOf('a'))
  const { page, keys, person, complaints } = await atTheKeyboard(
    'preparer@thornmere-trust.example',
    `/returns/${id}/sections/b`,
    false,
  )
  await colleague.post(`/returns/${id}/sections/b`, { 'sw_emp_in.hc': '40' })
  await keys.type('sw_emp_in.hc', '41')
  await keys.follow('Save section')
  expect(await words(page)).toContain('Somebody else changed this while you were typing')
  expect(await page.locator('main input[type=radio]:checked').count()).toBe(0)
  expect(await keys.goThrough({ 'sw_emp_in.hc': '41' }, 'Save what I chose')).toBe(1)
  await keys.enter()
  expect(await kept('sw_emp_in.hc')).toBe(41)
  expect(complaints).toEqual([])
  await person.close()
})

test('and with scripts, beside the box', async () => {
  const colleague = await preparing()
  const { page, keys, person, complaints } = await atTheKeyboard(
    'preparer@thornmere-trust.example',
    `/returns/${id}/sections/b`,
    true,
  )
  await colleague.post(`/returns/${id}/sections/b`, { 'sw_emp_in.hc': '38' })
  await keys.type('sw_emp_in.hc', '42')
  await keys.press('Tab')
  await page.locator('.entry__problem', { hasText: 'changed this to 38' }).waitFor()
  await keys.control('Keep mine')
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await keys.press('Enter')
  expect((await saved).status()).toBe(200)
  await page.locator('.entry__problem').waitFor({ state: 'detached' })
  expect(await kept('sw_emp_in.hc')).toBe(42)
  expect(complaints).toEqual([])
  await person.close()
})

test.each([
  ['sends it back with a note, without JavaScript', false],
  ['signs it, with JavaScript', true],
] as const)('the director reads the return at the keyboard and %s', async (_what, javaScriptEnabled) => {
  await fillThornmere(await preparing(), id)
  const { page, keys, person, complaints } = await atTheKeyboard(
    'signatory@thornmere-trust.example',
    `/returns/${id}/sign-off`,
    javaScriptEnabled,
  )
  expect(page.url()).toBe(door.at(`/returns/${id}/sign-off`))
  if (javaScriptEnabled) {
    const given = Object.fromEntries(
      Object.entries(declarationBy(employerCoded('T80'), true)).map(([name, value]) => [name, String(value)]),
    )
    await keys.goThrough(given, 'Sign and submit')
    await keys.enter()
    expect(new URL(page.url()).pathname).toBe(`/returns/${id}/receipt`)
    const { rows } = await employers.sql.query<{ reference: string }>('select reference from submissions')
    expect(rows).toHaveLength(1)
    expect(await words(page)).toContain(rows[0]?.reference)
  } else {
    await keys.tabTo('the note', ({ tag, inside }) => tag === 'summary' && inside.includes('note'))
    await keys.press('Enter')
    await keys.type('note', 'Please check the vacancies once more.')
    await keys.follow('Send back')
    expect(await words(page)).not.toContain('Waiting for signature')
  }
  expect(complaints).toEqual([])
  await person.close()
})
