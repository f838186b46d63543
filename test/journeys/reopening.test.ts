import { useApp } from '../support/app'
import { setClock } from '../support/clock'
import type { Visitor } from '../support/signIn'
import { storyOf } from '../support/story'
import { declaration, fieldsOf, fillThornmere, makeThornmere, sectionCodes } from '../support/thornmere'
import { filledIn, hidden, sent, textOf } from '../web/workbook/workbookDraft'

const app = useApp()
const { sql } = app

interface Submission {
  readonly number: number
  readonly reference: string
  readonly hash: string
  readonly cells: Readonly<Record<string, { readonly value?: unknown }>>
}

describe('a return of which one section is given back after the close', () => {
  const step = storyOf()
  let at = (path = ''): string => path
  let preparer: Visitor
  let signatory: Visitor
  let admin: Visitor
  let first: readonly Submission[]

  const submissions = async () =>
    (await sql.query<Submission>('select to_jsonb(submissions)::text, * from submissions order by number')).rows
  const version = async () =>
    (await sql.query<{ version: number }>('select version from returns')).rows[0]?.version ?? -1
  const patch = async (section: string, cells: object) =>
    preparer.patch(at(`/sections/${section}`), { version: await version(), cells })
  const reopen = (until: string) =>
    admin.post(at('/reopening').replace('/returns', '/network/returns'), {
      until,
      reason: 'AMHPs on the rota of the council were counted as yours',
      sections: 'f',
    })
  const page = async (as: Visitor, path = '') => textOf((await as.get(at(path))).text)

  beforeAll(async () => {
    const { id } = await makeThornmere(app)
    at = (path = '') => `/returns/${id}${path}`
    preparer = await app.signIn('preparer@thornmere-trust.example')
    signatory = await app.signIn('signatory@thornmere-trust.example')
    admin = await app.signIn('admin@benchmarking.example')
    await fillThornmere(preparer, id)
    await setClock(sql, '2020-02-03T14:00:00Z')
    const signed = await signatory.post(at('/submission'), declaration)
    expect(signed.status).toBe(303)
    first = await submissions()
    await setClock(sql, '2020-02-12T10:00:00Z')
  })

  step('is locked as a whole: on no route can anything of it be changed', async () => {
    for (const section of sectionCodes) {
      const answers = [
        (await preparer.post(at(`/sections/${section}`), fieldsOf(section))).status,
        (await patch(section, {})).status,
      ]
      expect([section, ...answers]).toEqual([section, 409, 423])
    }
    for (const path of ['/signature-request', '/withdrawal']) expect((await preparer.post(at(path))).status).toBe(409)
    expect((await signatory.post(at('/submission'), declaration)).status).toBe(409)
  })

  step(
    'is reopened by an administrator, of section F alone, until 14 February; the employer is written to',
    async () => {
      expect((await reopen('2020-02-14')).status).toBe(303)
      const { rows } = await sql.query<{ to_address: string; subject: string; paragraphs: string[] }>(
        `select to_address, subject, paragraphs from post where kind = 'reopened' order by 1`,
      )
      expect(rows.map(({ to_address }) => to_address)).toContain('preparer@thornmere-trust.example')
      const said = rows[0]?.paragraphs.join(' ')
      expect(said).toContain('AMHPs on the rota of the council were counted as yours')
      expect(said).toContain('These sections can be changed: Approved mental health professionals (AMHPs).')
      expect(said).toContain('11:59pm on Friday 14 February 2020')
      expect(await page(preparer)).toContain('Reopened: your last submission stands until you submit again')
    },
  )

  step('can be changed in F, and nowhere else, on any route', async () => {
    const before = await sql.query('select * from cells order by address')
    for (const section of sectionCodes.filter((code) => code !== 'f')) {
      const answers = [
        (await preparer.post(at(`/sections/${section}`), fieldsOf(section))).status,
        (await patch(section, {})).status,
      ]
      expect([section, ...answers]).toEqual([section, 409, 423])
      expect(await page(preparer, `/sections/${section}`)).not.toContain('Save section')
    }
    expect((await sql.query('select * from cells order by address')).rows).toEqual(before.rows)

    expect((await preparer.post(at('/sections/f'), { 'amhp_emp.hc': '2', amhp_emp_mhsw: '2' })).status).toBe(303)
    expect((await patch('f', { 'amhp_emp.wte': '1.80' })).status).toBe(200)
    expect(await page(preparer, '/sections/f')).toContain('Save section')
  })

  step('takes section F from a spreadsheet, and leaves what the spreadsheet says of others', async () => {
    const file = await preparer.agent.get(at('/workbook.xlsx')).responseType('blob')
    const changed = await filledIn(file.body as Buffer, {
      'amhp_emp_prof.social_worker.hc': 2,
      'amhp_emp_mode.combined_on_rota.hc': 2,
      'sw_emp_in.hc': 999,
    })
    await sent(preparer, at('/workbook.xlsx'), changed, 'return.xlsx')
    const changes = (await preparer.get(at('/workbook/changes'))).text
    const seen = { upload: hidden(changes, 'upload'), version: hidden(changes, 'version') }
    expect((await preparer.post(at('/workbook/confirmation'), { ...seen, sections: ['b', 'f'] })).status).toBe(409)
    expect((await preparer.post(at('/workbook/confirmation'), { ...seen, all: '1' })).status).toBe(303)
    const { rows } = await sql.query(
      `select address, cell -> 'value' as value from cells where address in ('sw_emp_in.hc', 'amhp_emp_prof.social_worker.hc') order by 1`,
    )
    expect(rows).toEqual([
      { address: 'amhp_emp_prof.social_worker.hc', value: 2 },
      { address: 'sw_emp_in.hc', value: 41 },
    ])
  })

  step('locks again by itself when 14 February is over', async () => {
    await setClock(sql, '2020-02-14T23:58:00Z')
    expect((await patch('f', { amhp_emp_50plus: '0' })).status).toBe(200)
    expect((await preparer.post(at('/signature-request'))).status).toBe(303)
    await setClock(sql, '2020-02-15T00:00:00Z')
    const late = await preparer.post(at('/sections/f'), { amhp_emp_50plus: '2' })
    expect(late.status).toBe(409)
    expect(textOf(late.text)).toContain('This return closed at 11:59pm on Friday 14 February 2020 Locked Not saved')
    const refused = await patch('f', { amhp_emp_50plus: '2' })
    expect([refused.status, refused.body.lockedSince]).toEqual([423, '2020-02-15T00:00:00.000Z'])
    expect((await signatory.post(at('/submission'), declaration)).status).toBe(409)
  })

  step('still stands as it was first submitted', async () => {
    expect(await submissions()).toEqual(first)
    const { rows } = await sql.query(
      'select number from submissions join returns on standing_submission_id = submissions.id',
    )
    expect(rows).toEqual([{ number: 1 }])
  })

  step(
    'is reopened once more, signed and submitted again: a second submission beside the first, which is unaltered',
    async () => {
      await setClock(sql, '2020-02-17T11:00:00Z')
      expect((await reopen('2020-02-19')).status).toBe(303)
      const status = (await sql.query<{ status: string }>('select status from returns')).rows[0]?.status
      if (status !== 'awaiting_signature') expect((await preparer.post(at('/signature-request'))).status).toBe(303)
      const signed = await signatory.post(at('/submission'), declaration)
      expect([signed.status, signed.headers.location]).toEqual([303, at('/receipt')])

      const [one, two, ...more] = await submissions()
      expect([one, more]).toEqual([first[0], []])
      expect([two?.number, two?.cells['amhp_emp.hc']?.value, one?.cells['amhp_emp.hc']?.value]).toEqual([2, 2, 3])
      expect(two?.hash).not.toBe(one?.hash)
      expect(await page(preparer, '/receipt')).toContain(two?.reference)
      const receiptOfTheFirst = await page(preparer, '/receipt?number=1')
      expect(receiptOfTheFirst).toContain('2:00pm GMT on Monday 3 February 2020')
      expect(receiptOfTheFirst).toContain(one?.reference)
      expect((await patch('f', { amhp_emp_50plus: '1' })).status).toBe(423)
    },
  )

  step('tells the whole story in its history, to the employer and to the network', async () => {
    const [one, two] = await submissions()
    const latestFirst = [
      'Monday 17 February 2020',
      `signed and submitted it ${two?.reference}`,
      'sent it for signature',
      'reopened it',
      'Friday 14 February 2020',
      'sent it for signature',
      'from 1 to 0',
      'Wednesday 12 February 2020',
      'from a spreadsheet',
      'from 2.77 to 1.80',
      'from 3 to 2',
      'reopened it',
      'Section F. AMHPs on the rota of the council were counted as yours',
      'Monday 3 February 2020',
      `signed and submitted it ${one?.reference}`,
      'Monday 27 January 2020',
      'sent it for signature',
    ]
    expect(missingFrom(await page(preparer, '/history'), latestFirst)).toEqual([])
    const network = await app.signIn('network@benchmarking.example')
    const seen = textOf((await network.get(at().replace('/returns', '/network/returns'))).text)
    expect(seen).toMatch(/Reopened until 11:59pm on Friday 14 February 2020.{1,3}Section F/)
    for (const submission of [one, two]) expect(seen).toContain(submission?.reference)
  })
})

/** What does not stand in a text in this order. */
function missingFrom(text: string, inOrder: readonly string[]): string[] {
  let from = 0
  return inOrder.filter((each) => {
    const found = text.indexOf(each, from)
    if (found >= 0) from = found + each.length
    return found < 0
  })
}
