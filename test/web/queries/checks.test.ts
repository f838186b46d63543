import { pairCounts } from '../../../server/db/pairs'
import { valueCell, type Cells } from '../../../server/domain/survey/cells'
import { useApp } from '../../support/app'
import { setClock } from '../../support/clock'
import { csvRecords } from '../../support/csvRecords'
import { make } from '../../support/make'
import type { Visitor } from '../../support/signIn'

const app = useApp()
const { db, sql } = app
const made = make(db)

const CHECKS = '/network/collections/mhsw-2019/checks'
const PAIRS = '/network/collections/mhsw-2019/pairs'

type Employer = Awaited<ReturnType<typeof made.employer>> & { code: string; name: string }

let network: Visitor
let trust: Employer
let council: Employer

async function employer(type: 'nhs_trust' | 'local_authority'): Promise<Employer> {
  const one = await made.employer({ type })
  const { rows } = await sql.query<{ code: string; name: string }>(
    'select code, name from organisations where id = $1',
    [one.organisationId],
  )
  return { ...one, code: rows[0]?.code ?? '', name: rows[0]?.name ?? '' }
}

const submit = (one: Employer, cells: Cells) =>
  made.submission({ returnId: one.return.id, signedBy: one.signatory.id, cells })

const partner = (list: string, code: string, people: number, wte: number): Cells => ({
  [`${list}.1.org`]: valueCell(code),
  [`${list}.1.hc`]: valueCell(people),
  [`${list}.1.wte`]: valueCell(wte),
})

const foundIn = (html: string): string[] =>
  [...html.matchAll(/name="found" value="([^"]*)"/g)].map(([, name = '']) => name)
const found = async (check: string) => foundIn((await network.get(`${CHECKS}?check=${check}`)).text)
const asked = async (one: Employer) =>
  (
    await sql.query<{ state: string; question: string }>('select state, question from queries where return_id = $1', [
      one.return.id,
    ])
  ).rows

beforeAll(async () => {
  await setClock(sql, '2020-02-17T10:00:00Z')
  network = await app.signIn((await made.person({ name: 'Nadia Orme', staffRole: 'network' })).email)
  for (let each = 0; each < 9; each += 1) {
    await submit(await employer('nhs_trust'), { est_wte: valueCell(each === 8 ? 4_000 : 20 + each) })
  }
})

describe('the checks', () => {
  test('find what is far from others; of what is chosen every question is seen before it goes', async () => {
    const names = await found('X07')
    expect(names).toHaveLength(1)
    const preview = (await network.post(CHECKS, { found: names, do: 'preview' })).text
    expect(preview).toContain('Raise 1 query')
    expect(preview).toContain('You told us 4,000 for')
    expect((await sql.query('select 1 from queries')).rows).toEqual([])
  })

  test('stand together for each organisation, ticked until somebody unticks them all', async () => {
    const ticked = (html: string) => (html.match(/name="found"[^>]*checked/g) ?? []).length
    const page = (await network.get(`${CHECKS}?check=X07`)).text
    expect(page.match(/scope="rowgroup"/g)).toHaveLength(1)
    expect(ticked(page)).toBe(1)
    expect(page).toContain(`href="${CHECKS}?check=X07&amp;chosen=none">Untick all`)
    const none = (await network.get(`${CHECKS}?check=X07&chosen=none`)).text
    expect([foundIn(none).length, ticked(none)]).toEqual([1, 0])
    expect(none).toContain(`href="${CHECKS}?check=X07">Tick all`)
  })

  test('raise a question once, however often and by how many it is pressed', async () => {
    const names = await found('X07')
    const presses = await Promise.all([1, 2].map(() => network.post(CHECKS, { found: names, do: 'raise' })))
    expect(presses.map(({ status }) => status).filter((status) => status !== 422)).not.toEqual([])
    const { rows } = await sql.query('select rule, state from queries')
    expect(rows).toEqual([{ rule: 'X07', state: 'asked' }])
    const letters = await sql.query("select 1 from post where kind = 'query_asked'")
    expect(letters.rows).toHaveLength(1)
    expect(await found('X07')).toEqual([])
    expect((await network.post(CHECKS, { found: names, do: 'raise' })).status).toBe(422)
  })

  test('ask for a choice where nothing was chosen, and for a reason where something is dismissed', async () => {
    expect((await network.post(CHECKS, { do: 'preview' })).text).toContain('Choose what to ask about')
  })
})

describe('a trust and a council that differ about the same people', () => {
  beforeAll(async () => {
    trust = await employer('nhs_trust')
    council = await employer('local_authority')
    await submit(trust, partner('sw_ext_partner', council.code, 6, 5.4))
  })

  const page = async (one: Employer) =>
    (await (await app.signIn(one.preparer.email)).get(`/returns/${one.return.id}/queries`)).text

  test('are not shown each other’s figure before both have submitted', async () => {
    expect(await page(trust)).not.toContain('You and your partners')
    expect(await page(council)).not.toContain('6 people')
    expect((await network.get(`${PAIRS}?stands=waiting`)).text).toContain('Not submitted')
    expect(await found('B12')).toEqual([])
  })

  test('are shown it once both have, and nothing else', async () => {
    await submit(council, { ...partner('sw_out_partner', trust.code, 12, 11), est_wte: valueCell(777) })
    const [theirs, ours] = [await page(council), await page(trust)]
    expect(theirs).toContain('6 people, 5.40 WTE')
    expect(ours).toContain('12 people, 11.00 WTE')
    expect(ours).toContain('You differ')
    expect(ours).not.toContain('777')
    expect(await pairCounts(db, council.return.collectionId)).toEqual({
      agreed: 0,
      differs: 1,
      one_missing: 0,
      waiting: 0,
      outside: 0,
    })
  })

  test('stand in the list, and in its file', async () => {
    expect((await network.get(`${PAIRS}?stands=differs`)).text).toContain('12 people, 11.00 WTE')
    const [record] = csvRecords((await network.get(`${PAIRS}.csv?stands=differs`)).text)
    expect(record).toMatchObject({ 'Works for': trust.name, 'Employed by': council.name, Stands: 'Differ' })
  })

  test('are both asked', async () => {
    const names = await found('B12')
    expect(names).toHaveLength(2)
    expect((await network.post(CHECKS, { found: names, do: 'raise' })).status).toBe(303)
    const [toTrust] = await asked(trust)
    const [toCouncil] = await asked(council)
    expect(toTrust?.question).toContain(`${council.name} told us of 12 people, 11.00 WTE`)
    expect(toCouncil?.question).toContain(`${trust.name} told us of 6 people, 5.40 WTE`)
    expect(await found('B12')).toEqual([])
  })
})

describe('what was dismissed', () => {
  test('stays so until one of its figures moves', async () => {
    const one = await employer('nhs_trust')
    const other = await employer('local_authority')
    await submit(other, partner('sw_out_partner', one.code, 20, 20))
    await submit(one, partner('sw_ext_partner', other.code, 2, 2))
    const names = await found('B12')
    expect(names).toHaveLength(2)
    expect((await network.post(CHECKS, { found: names, do: 'dismiss', reason: '' })).status).toBe(422)
    const reason = 'They told us on the telephone that both are right.'
    expect((await network.post(CHECKS, { found: names, do: 'dismiss', reason })).status).toBe(303)
    expect(await found('B12')).toEqual([])
    expect((await asked(one)).map(({ state }) => state)).toEqual(['dismissed'])
    const their = await (await app.signIn(one.preparer.email)).get(`/returns/${one.return.id}/queries`)
    expect(their.text).not.toContain(reason)

    // Another submission takes the place of the first, with another figure.
    await sql.query(
      `with again as (
         insert into submissions (return_id, number, reference, definition, cells, explained, hash, version, nil, identified,
           signed_by, decided_at)
         select return_id, 2, reference || '-2', definition, jsonb_set(cells, '{sw_ext_partner.1.wte,value}', '3'), explained,
           hash, version, nil, identified, signed_by, decided_at
         from submissions where return_id = $1 returning id)
       update returns set standing_submission_id = again.id from again where returns.id = $1`,
      [one.return.id],
    )
    expect(await found('B12')).toHaveLength(2)
  })
})

test('an analyst sees what the checks find, and can ask nothing', async () => {
  const analyst = await app.signIn((await made.person({ staffRole: 'analyst' })).email)
  const page = await analyst.get(CHECKS)
  expect(page.status).toBe(200)
  expect(page.text).not.toContain('See the questions')
  expect((await analyst.post(CHECKS, { do: 'preview' })).status).toBe(404)
})
