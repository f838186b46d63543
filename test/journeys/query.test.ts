import { useApp } from '../support/app'
import { setClock } from '../support/clock'
import type { Visitor } from '../support/signIn'
import { storyOf } from '../support/story'
import { declaration, fillThornmere, makeThornmere } from '../support/thornmere'
import { textOf } from '../web/workbook/workbookDraft'

const app = useApp()
const { sql } = app

const FIGURE = 'amhp_emp_50plus'

describe('a question about a figure', () => {
  const step = storyOf()
  let at: (path?: string) => string = String
  let preparer: Visitor
  let signatory: Visitor
  let network: Visitor
  let admin: Visitor
  let query = ''
  let was = 0
  const corrected = () => (was === 0 ? 1 : 0)

  const one = async <T>(text: string): Promise<T> => (await sql.query(text)).rows[0] as T
  const stands = () => one<Record<string, unknown>>('select state, ended_how from queries')
  const text = async (as: Visitor, path: string) => textOf((await as.get(path)).text)

  beforeAll(async () => {
    const { id } = await makeThornmere(app)
    at = (path = '') => `/returns/${id}${path}`
    preparer = await app.signIn('preparer@thornmere-trust.example')
    signatory = await app.signIn('signatory@thornmere-trust.example')
    network = await app.signIn('network@benchmarking.example')
    admin = await app.signIn('admin@benchmarking.example')
    await fillThornmere(preparer, id)
    await setClock(sql, '2020-02-03T14:00:00Z')
    expect((await signatory.post(at('/submission'), declaration)).status).toBe(303)
    const { value } = await one<{ value: number }>(
      `select (cells -> '${FIGURE}' ->> 'value')::int as value from submissions`,
    )
    was = value
    await setClock(sql, '2020-03-03T10:00:00Z')
  })

  step('is asked by the network, which sees last time and the middle of the group beside the figure', async () => {
    const answers = (await network.get(`/network${at('/sections/f')}`)).text
    expect(answers).toContain(`/network${at('/queries')}?about=${FIGURE}`)
    const page = (await network.get(`/network${at('/queries')}?about=${FIGURE}`)).text
    expect(textOf(page)).toContain('Middle of 1 NHS trusts that have submitted, for you only')
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
    const asked = await network.post(`/network${at('/queries')}`, {
      about: FIGURE,
      form: hidden('form'),
      submission: hidden('submission'),
      question: 'Is this right? It is not what your rota says.',
    })
    expect([asked.status, asked.headers.location]).toEqual([303, `/network${at('/queries')}`])
    query = (await one<{ id: string }>('select id from queries')).id
    expect(query).toBe(hidden('form'))
  })

  step('goes to those who prepare the return, and stands on their page after the close', async () => {
    const { rows } = await sql.query<{ to_address: string; paragraphs: string[] }>(
      "select to_address, paragraphs from post where kind = 'query_asked'",
    )
    expect(rows.map(({ to_address }) => to_address)).toEqual(['preparer@thornmere-trust.example'])
    expect(rows[0]?.paragraphs.join(' ')).toContain('It is not what your rota says.')
    expect(await text(preparer, at())).toContain('The network asks about 1 figure')
    const page = await text(preparer, at('/queries'))
    expect(page).toContain('1 question waits for your answer.')
    expect(page).not.toContain('Middle of')
    expect(await text(network, `/network${at()}`)).toContain('1 wait for the employer, 0 answered, of 1')
  })

  step('cannot be corrected before an administrator has allowed it: the employer asks', async () => {
    expect(await text(preparer, at('/queries'))).toContain('Ask to correct it')
    expect((await preparer.post(at(`/queries/${query}/correction`))).status).toBe(303)
    expect((await preparer.post(at(`/queries/${query}/correction`))).status).toBe(303)
    const { rows } = await sql.query('select reason from opening_requests')
    expect(rows).toHaveLength(1)
    expect((await sql.query('select 1 from openings')).rows).toEqual([])
    expect((await preparer.post(at('/sections/f'), { [FIGURE]: String(corrected()) })).status).toBe(409)
  })

  step('is allowed by an administrator alone, for some days, until a last day', async () => {
    const allowed = { days: '3', last_day: '2020-03-31' }
    expect((await network.post('/network/collections/mhsw-2019/corrections', allowed)).status).toBe(404)
    expect((await admin.post('/network/collections/mhsw-2019/corrections', { days: '0', last_day: '' })).status).toBe(
      422,
    )
    const past = await admin.post('/network/collections/mhsw-2019/corrections', { days: '3', last_day: '2020-03-02' })
    expect(past.status).toBe(422)
    expect((await admin.post('/network/collections/mhsw-2019/corrections', allowed)).status).toBe(303)
    expect(await text(network, '/network/collections/mhsw-2019/queries')).toContain(
      'for 3 days and until 11:59pm on Tuesday 31 March 2020 at the latest',
    )
  })

  step('opens just its section when the employer begins to correct it; what was submitted stands', async () => {
    const begun = await preparer.post(at(`/queries/${query}/correction`))
    expect([begun.status, begun.headers.location]).toEqual([303, at('/sections/f')])
    const opening = await one<Record<string, unknown>>(
      `select kind, sections, until_at, asker.email as asked_by, granter.email as granted_by from openings
       join people asker on asker.id = asked_by join people granter on granter.id = granted_by`,
    )
    expect(opening).toEqual({
      kind: 'reopening',
      sections: ['f'],
      until_at: new Date('2020-03-07T00:00:00Z'),
      asked_by: 'preparer@thornmere-trust.example',
      granted_by: 'admin@benchmarking.example',
    })
    expect((await preparer.post(at('/sections/e'), { est_wte: '30' })).status).toBe(409)
    expect(await one('select status, standing_submission_id is not null as stands from returns')).toEqual({
      status: 'reopened',
      stands: true,
    })
    expect(await stands()).toEqual({ state: 'asked', ended_how: null })
  })

  step('is not settled by a correction that has not been signed', async () => {
    await setClock(sql, '2020-03-06T23:58:00Z')
    expect((await preparer.post(at('/sections/f'), { [FIGURE]: String(corrected()) })).status).toBe(303)
    expect(await stands()).toEqual({ state: 'asked', ended_how: null })
    expect(await text(preparer, at('/queries'))).toContain('Now, not signed yet')
    expect((await preparer.post(at('/signature-request'))).status).toBe(303)
    await setClock(sql, '2020-03-07T00:00:00Z')
    expect((await preparer.post(at('/sections/f'), { [FIGURE]: String(was) })).status).toBe(409)
    expect((await signatory.post(at('/submission'), declaration)).status).toBe(409)
    expect(await text(preparer, at('/queries'))).toContain('its time has run out before it was signed')
    expect(await one('select number from submissions join returns on standing_submission_id = submissions.id')).toEqual(
      {
        number: 1,
      },
    )
  })

  step('is settled when the correction has been signed again', async () => {
    await setClock(sql, '2020-03-09T10:00:00Z')
    expect((await preparer.post(at(`/queries/${query}/correction`))).status).toBe(303)
    await preparer.post(at('/signature-request'))
    const signed = await signatory.post(at('/submission'), declaration)
    expect(signed.status).toBe(303)
    expect(await stands()).toEqual({ state: 'settled', ended_how: 'corrected' })
    expect(await text(preparer, at('/queries'))).toContain('The figure was corrected and signed again')
    expect((await preparer.post(at(`/queries/${query}/answer`), { answer: 'It is right after all.' })).status).toBe(409)
  })

  step('is told from beginning to end by the history of the cell', async () => {
    const past = await text(preparer, at(`/history?cell=${FIGURE}`))
    const told = [
      'settled what was asked about “',
      'The figure was corrected and signed again',
      'began to correct “',
      `from ${String(was)} to ${String(corrected())}`,
      'began to correct “',
      'asked about “',
      'It is not what your rota says.',
      `from nothing to ${String(was)}`,
    ]
    let from = 0
    for (const words of told) {
      const found = past.indexOf(words, from)
      expect([words, found >= from]).toEqual([words, true])
      from = found
    }
    expect(await text(preparer, at('/history?cell=amhp_emp.hc'))).not.toContain('asked about “')
  })
})
