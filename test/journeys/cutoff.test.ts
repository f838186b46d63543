import type { Page } from 'playwright-core'
import { useApp } from '../support/app'
import { useBrowser } from '../support/browser'
import { setClock } from '../support/clock'
import { doorTo, enter } from '../support/enter'
import { useOpenDoor } from '../support/openDoor'
import type { Visitor } from '../support/signIn'
import { declaration, fillThornmere, makeThornmere } from '../support/thornmere'
import { filledIn, hidden, sent, textOf } from '../web/workbook/workbookDraft'

const app = useApp()
const { sql } = app
const door = useOpenDoor(app)
const { newPerson } = useBrowser()

let id = ''
const at = (path = '') => `/returns/${id}${path}`
let preparer: Visitor
let signatory: Visitor

beforeAll(async () => {
  ;({ id } = await makeThornmere(app))
  preparer = await app.signIn('preparer@thornmere-trust.example')
  signatory = await app.signIn('signatory@thornmere-trust.example')
  await fillThornmere(preparer, id)
})

/** Somebody on a section, who has typed this in its boxes and not pressed anything yet. */
async function typing(section: string, typed: Record<string, string>, javaScriptEnabled: boolean): Promise<Page> {
  const person = await newPerson({ javaScriptEnabled })
  const page = await person.newPage()
  await enter(page, door.at(doorTo(at(`/sections/${section}`))), 'preparer@thornmere-trust.example')
  for (const [name, text] of Object.entries(typed)) await box(page, name).fill(text)
  return page
}

const box = (page: Page, name: string) => page.locator(`[name="${name}"]:not([type=hidden])`)
const save = (page: Page) => page.getByRole('button', { name: 'Save section' }).click()
const words = async (page: Page, of = 'main') => ((await page.textContent(of)) ?? '').replace(/\s+/g, ' ').trim()

const kept = async (address: string): Promise<unknown> =>
  (await sql.query<{ cell: unknown }>('select cell from cells where address = $1', [address])).rows[0]?.cell

/** Lets the clock of the product, which is a moment before the cutoff then, run over it in real time. */
async function overMidnight(): Promise<void> {
  await setClock(sql, '2020-02-10T23:59:59.5Z')
  await sql.query(`select pg_sleep(extract(epoch from '2020-02-11T00:00:00Z' - app_now())::float8 + 0.02)
    where app_now() < '2020-02-11T00:00:00Z'`)
}

/** What was decided at or after the cutoff: of changes, submissions and what led to them. */
async function late(): Promise<number> {
  const { rows } = await sql.query<{ late: number }>(
    `select count(*)::int as late from (
       select decided_at from cell_changes union all select decided_at from submissions
       union all select decided_at from return_events where kind <> 'more_time_asked') decided
     where decided_at >= '2020-02-11T00:00:00Z'`,
  )
  return rows[0]?.late ?? -1
}

describe('the last minute before the close', () => {
  test('a form saved in it is kept; one saved after midnight is refused, with what was typed to copy and to send along', async () => {
    const early = await typing('l', { act_tribunal: '44' }, false)
    const tooLate = await typing('m', { caseload_people: '803', caseload_care_coord: 'a great many' }, false)
    await setClock(sql, '2020-02-10T23:59:00Z')
    await save(early)
    await early.locator('.flash', { hasText: 'Section saved.' }).waitFor()
    expect(await kept('act_tribunal')).toEqual({ state: 'value', value: 44 })

    await overMidnight()
    const answered = tooLate.waitForResponse((answer) => answer.request().method() === 'POST')
    await save(tooLate)
    expect((await answered).status()).toBe(409)
    await tooLate.getByRole('heading', { name: 'This return closed at 11:59pm on Monday 10 February 2020' }).waitFor()
    expect(await words(tooLate, '.typed')).toMatch(/caseloads 803 .*a great many/)
    expect(await kept('caseload_people')).toEqual({ state: 'value', value: 802 })

    await tooLate.fill('[name=reason]', 'Our figures for caseloads only came on the last evening.')
    await tooLate.fill('[name=until]', '2020-02-14')
    await tooLate.getByRole('button', { name: 'Ask for more time' }).click()
    await tooLate.waitForURL('**/reopening-requests')
    expect(await words(tooLate)).toContain('The network has your request.')
    const { rows } = await sql.query('select typed, until_day, answer from opening_requests')
    expect(rows).toEqual([
      {
        typed: { caseload_people: '803', caseload_care_coord: 'a great many' },
        until_day: '2020-02-14',
        answer: null,
      },
    ])
    expect(await late()).toBe(0)
    await early.context().close()
    await tooLate.context().close()
  })

  test('what a script saves in it is kept; after midnight it is told since when, and the page keeps what was typed', async () => {
    await setClock(sql, '2020-02-10T23:00:00Z')
    const page = await typing('m', {}, true)
    await setClock(sql, '2020-02-10T23:59:00Z')
    const inTime = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
    await box(page, 'con_f2f').fill('15189')
    await box(page, 'con_f2f').blur()
    expect((await inTime).status()).toBe(200)

    await overMidnight()
    const refused = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
    await box(page, 'con_nonf2f').fill('6768')
    await box(page, 'con_nonf2f').blur()
    const answer = await refused
    expect(answer.status()).toBe(423)
    expect(await answer.json()).toMatchObject({ lockedSince: '2020-02-11T00:00:00.000Z' })
    await page.locator('#state', { hasText: 'This return closed at 11:59pm on Monday 10 February 2020.' }).waitFor()
    expect(await box(page, 'con_nonf2f').inputValue()).toBe('6768')
    expect(await kept('con_f2f')).toEqual({ state: 'value', value: 15_189 })
    expect(await kept('con_nonf2f')).toEqual({ state: 'value', value: 6767 })
    const { rows: held } = await sql.query('select name, value from late_typing')
    expect(held).toEqual([{ name: 'con_nonf2f', value: '6768' }])

    await save(page)
    await page.getByRole('heading', { name: 'What you typed' }).waitFor()
    expect(await words(page, '.typed')).toContain('6768')
    expect(await late()).toBe(0)
    await page.context().close()
  })
})

describe('after midnight', () => {
  test('nothing can be put back from a spreadsheet that was looked at in time', async () => {
    await setClock(sql, '2020-02-10T23:00:00Z')
    const file = await preparer.agent.get(at('/workbook.xlsx')).responseType('blob')
    const changed = await filledIn(file.body as Buffer, { caseload_people: 900 })
    await sent(preparer, at('/workbook.xlsx'), changed, 'return.xlsx')
    const changes = (await preparer.get(at('/workbook/changes'))).text
    const seen = { upload: hidden(changes, 'upload'), version: hidden(changes, 'version') }
    await setClock(sql, '2020-02-11T00:00:00Z')
    const refused = await preparer.post(at('/workbook/confirmation'), { ...seen, sections: 'm' })
    expect(refused.status).toBe(409)
    expect(textOf(refused.text)).toContain('closed at 11:59pm on Monday 10 February 2020')
    expect(await kept('caseload_people')).toEqual({ state: 'value', value: 802 })
  })

  test('nothing can be sent for signature, signed, sent back or taken back; what was declared stays on the page', async () => {
    await setClock(sql, '2020-02-10T23:00:00Z')
    expect((await preparer.post(at('/signature-request'))).status).toBe(303)
    await setClock(sql, '2020-02-11T00:00:00Z')
    const submission = await signatory.post(at('/submission'), declaration)
    expect(submission.status).toBe(409)
    expect(textOf(submission.text)).toContain('This return closed at 11:59pm on Monday 10 February 2020')
    expect(textOf(submission.text)).toContain(declaration.decl_job_title)
    const note = await signatory.post(at('/signature-request/refusal'), { note: 'The ages are those of last year.' })
    expect(note.status).toBe(409)
    expect(textOf(note.text)).toContain('The ages are those of last year.')
    expect((await preparer.post(at('/signature-request'))).status).toBe(409)
    expect((await preparer.post(at('/withdrawal'))).status).toBe(409)
    expect(await late()).toBe(0)
    const { rows } = await sql.query('select from submissions')
    expect(rows).toHaveLength(0)
  })

  test('in the minute before it, it can be signed', async () => {
    await setClock(sql, '2020-02-10T23:59:00Z')
    const submission = await signatory.post(at('/submission'), declaration)
    expect([submission.status, submission.headers.location]).toEqual([303, at('/receipt')])
    expect(await late()).toBe(0)
  })
})
