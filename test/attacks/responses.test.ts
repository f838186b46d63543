import { sql } from 'kysely'
import { marksOfRelease } from '../../server/db/releases'
import { halfAwayFromZero } from '../../server/domain/disclosure/rounding'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { useApp } from '../support/app'
import { csvRecords } from '../support/csvRecords'
import type { Visitor } from '../support/signIn'
import { CODE, everybodySubmitted, release, truthOf } from './attackedWorld'
import { found, plant, withoutTriggers, type Canaries } from './canaries'
import { crawl, get, type Answer } from './crawl'
import { valuesDrawn } from './drawing'

jest.setTimeout(240_000)

const ours = useApp(everybodySubmitted)
const { db } = ours

interface Attacker {
  readonly email: string
  readonly type: string
  readonly returnId: string
  readonly organisationId: string
  readonly visitor: Visitor
}

let attackers: Attacker[]
let canaries: Canaries

const attackerOf = async (type: 'nhs_trust' | 'local_authority' | 'independent'): Promise<Attacker> => {
  const { email, returnId, organisationId } = await db
    .selectFrom('returns')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .innerJoin('memberships', 'memberships.organisationId', 'organisations.id')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['people.email', 'returns.id as returnId', 'organisations.id as organisationId'])
    .where('collections.code', '=', CODE)
    .where('organisations.type', '=', type)
    .where('returns.status', '=', 'submitted')
    .where('memberships.role', '=', 'preparer')
    .orderBy('organisations.code')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { email, type, returnId, organisationId, visitor: await ours.signIn(email) }
}

beforeAll(async () => {
  attackers = []
  for (const type of ['nhs_trust', 'local_authority', 'independent'] as const) attackers.push(await attackerOf(type))
  const own = attackers.map(({ organisationId }) => organisationId)
  canaries = await plant(db, own)
  expect(canaries.size).toBeGreaterThan(10_000)
  expect(await release(ours)).toBe('made')
}, 180_000)

const kinds = ['all', 'type', 'region', 'model', 'size', 'service']
const presets = kinds.flatMap((group) => ['wte', 'people'].map((basis) => `?group=${group}&basis=${basis}`))
const at = ({ returnId }: Attacker) => `/returns/${returnId}/benchmarks`
const entries = (attacker: Attacker): string[] => [
  '/returns',
  `${at(attacker)}.csv`,
  ...presets.map((preset) => at(attacker) + preset),
]

const attacker = (type: string): Attacker => {
  const one = attackers.find((each) => each.type === type)
  if (!one) throw new Error(`Nobody of type ${type} looks`)
  return one
}

/** Numbers that an employer may see: what it said itself, what that comes to, and what is published. */
async function explainedTo({ returnId }: Attacker): Promise<ReadonlySet<string>> {
  const { members, gathered } = await truthOf(db)
  const own = mhsw2019.indicators.flatMap((indicator) =>
    gathered.contributors(indicator, members).filter(({ organisation }) => organisation === returnId),
  )
  const reckoned = own.flatMap(({ numerator, denominator, rate }) => [numerator, denominator, rate])
  const { rows } = await sql<{ own: string; published: string }>`
    select (select string_agg(cells::text, ' ') from submissions where return_id = ${returnId}) as own,
      (select string_agg(figure::text, ' ') from figures) as published`.execute(db)
  const written = rows.flatMap((row) => `${row.own} ${row.published}`.match(/\d+(?:\.\d+)?/g) ?? []).map(Number)
  return new Set(
    [...reckoned, ...written].flatMap((value) => [0, 1, 2].map((places) => String(halfAwayFromZero(value, places)))),
  )
}

/** The numbers of another that stand anywhere in an answer, what is told of it among it. */
async function givenAway(who: Attacker, answers: readonly Answer[]): Promise<string[]> {
  const explained = await explainedTo(who)
  return answers.flatMap(({ path, text, headers }) => {
    const { 'set-cookie': _cookie, 'content-security-policy': _policy, date: _date, ...told } = headers
    return found(canaries, `${text}\n${JSON.stringify(told)}`, explained).map((each) => `${path}: ${each}`)
  })
}

test('a page that told another’s figure would be found out, be it in a comment, in data or in a file', () => {
  const [canary = ''] = [...canaries.keys()].filter((each) => each.includes('.'))
  const thousands = [...canaries.keys()].find((each) => /^\d{4}$/.test(each)) ?? ''
  const answers = [
    `<!-- ${canary} -->`,
    `<p data-value="${canary}">`,
    `{"rate":${canary}}`,
    `a,b\r\n1,${canary}`,
    `They have ${Number(thousands).toLocaleString('en-GB')} contacts`,
  ]
  for (const text of answers) expect(found(canaries, text)).toHaveLength(1)
})

describe.each(['nhs_trust', 'local_authority', 'independent'])('to an employer (%s)', (type) => {
  test('nothing that can be fetched holds a figure of another organisation', async () => {
    const answers = await crawl(attacker(type).visitor, entries(attacker(type)))
    expect(answers.length).toBeGreaterThan(30)
    expect(answers.filter(({ status }) => status >= 500).map(({ path }) => path)).toEqual([])
    expect(answers.filter(({ path, status }) => path.includes('/benchmarks') && status === 200).length).toBeGreaterThan(
      12,
    )
    expect(await givenAway(attacker(type), answers)).toEqual([])
  })
})

/** The charts that an employer may keep: of every indicator, or of some. */
async function chartsOf(who: Attacker, every = 1): Promise<(Answer & { readonly code: string })[]> {
  const charts: (Answer & { readonly code: string })[] = []
  for (const { code } of mhsw2019.indicators.filter((_, index) => index % every === 0))
    charts.push({ code, ...(await get(who.visitor, `${at(who)}/${code}.svg`)) })
  return charts
}

test('a chart puts marks only where something published, or the reader’s own, or somebody named lies', async () => {
  const who = attacker('nhs_trust')
  const charts = (await chartsOf(who, 3)).filter(({ status }) => status === 200)
  expect(charts.length).toBeGreaterThan(12)
  const lines = csvRecords((await get(who.visitor, `${at(who)}.csv`)).text)
  const { members, gathered } = await truthOf(db)
  const { id } = await db.selectFrom('releases').select('id').executeTakeFirstOrThrow()
  const marks = await marksOfRelease(db, id)
  let looked = 0
  for (const { code, text } of charts) {
    const indicator = mhsw2019.indicators.find((each) => each.code === code)
    const line = lines.find((each) => each.indicator === code && each.group === 'type:nhs_trust')
    const own =
      indicator && gathered.contributors(indicator, members).find(({ organisation }) => organisation === who.returnId)
    const named = marks.filter((mark) => mark.indicator === code).map(({ value }) => value)
    const told = ['least', 'lower_quartile', 'median', 'upper_quartile', 'greatest', 'all_together'].map((each) =>
      Number(line?.[each]),
    )
    const allowed = [...told, ...(own ? [own.rate] : []), ...named, 0, 100]
    for (const value of valuesDrawn(text)) {
      looked += 1
      const near = allowed.some((each) => Math.abs(each - value) <= Math.max(0.02, Math.abs(value) * 0.003))
      expect([code, value, near]).toEqual([code, value, true])
    }
  }
  expect(looked).toBeGreaterThan(60)
})

test('what is drawn is read back: a mark of another’s would be found', () => {
  const svg =
    '<line class="strip__axis" x1="0%"/><text class="strip__text strip__text--quiet" x="0%" y="1">0</text><text class="strip__text strip__text--quiet" x="100%" y="1">8</text><line class="strip__other" x1="53.37%" x2="53.37%"/>'
  expect(valuesDrawn(svg).map((value) => value.toFixed(2))).toEqual(['4.27', '4.27'])
})

/** A page without what is new each time: tokens, nonces, marks of forms. */
const settled = (text: string): string =>
  text
    .replace(/(name="_(?:csrf|form)" value=")[^"]*/g, '$1')
    .replace(/(nonce=")[^"]*/g, '$1')
    .replace(/It is \d+:\d+[ap]m on/, '')
    .replace(/(<meta name="csrf-token" content=")[^"]*/g, '$1')

const numbersIn = (text: string): string[] => settled(text).match(/\d[\d,.]*/g) ?? []

describe('what is asked for and not offered', () => {
  test.each([
    '?group=region:nhs_trust:Y56',
    '?group=type:independent',
    '?group=region&group=size',
    '?group=nobody',
    '?group=%00',
    '?group=size&page=-1&group=all',
    '?basis=heads',
  ])('(%s) leads to what is usual, with a word about it, and to no other figure', async (query) => {
    const who = attacker('nhs_trust')
    const [usual, crafted] = [await get(who.visitor, at(who)), await get(who.visitor, at(who) + query)]
    expect(crafted.status).toBe(200)
    expect(crafted.text).toMatch(/There is no such (?:group to choose|basis)\./)
    expect(numbersIn(crafted.text)).toEqual(numbersIn(usual.text))
  })

  test.each([
    '?group[]=region&group[]=all',
    '?group[$ne]=type',
    '?region=Y56&type=nhs_trust&size=1',
    '?release=1&organisation=all',
    '?page=-1',
    '?n=1&model=mixed',
    '?limit=1',
  ])('(%s) is passed over without a word', async (query) => {
    const who = attacker('nhs_trust')
    const [usual, crafted] = [await get(who.visitor, at(who)), await get(who.visitor, at(who) + query)]
    expect(settled(crafted.text)).toBe(settled(usual.text))
  })

  test('is not told apart: a chart that is hidden, one of others and one that is not there are the same to see', async () => {
    const who = attacker('independent')
    const charts = await chartsOf(who, 5)
    const absent = await get(who.visitor, `${at(who)}/ind_nothing.svg`)
    const hidden = charts.filter(({ status }) => status === 404)
    expect(absent.status).toBe(404)
    expect(hidden.length).toBeGreaterThan(5)
    const withoutPath = (answer: Answer) => settled(answer.text).replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}/g, '')
    expect(new Set([...hidden, absent].map(withoutPath)).size).toBe(1)
  })

  test('nor are the pages of another employer’s return there at all', async () => {
    const [who, other] = [attacker('nhs_trust'), attacker('local_authority')]
    for (const end of ['', '.csv', '/ind_wte_employed_100k.svg'])
      expect((await get(who.visitor, `${at(other)}${end}`)).status).toBe(404)
  })
})

test('when everything that others ever said is changed, nothing that was released changes by a single letter', async () => {
  const fetchAll = async (): Promise<Answer[]> => {
    const all: Answer[] = []
    for (const who of attackers) {
      for (const path of entries(who)) all.push(await get(who.visitor, path))
      for (const code of ['ind_wte_employed_100k', 'ind_vacancy_rate', 'ind_orgs_no_direct', 'ind_pct_female'])
        all.push(await get(who.visitor, `${at(who)}/${code}.svg`))
    }
    return all
  }
  const before = await fetchAll()
  const own = attackers.map(({ organisationId }) => organisationId)
  const others = sql`select id from returns where not (organisation_id = any(${own}))`
  // A digit before every number: no figure of theirs is as it was, and none as long.
  const scrambled = (column: string) =>
    sql`regexp_replace(${sql.ref(column)}::text, '("value": )([0-9])', '\\17\\2', 'g')::jsonb`
  await withoutTriggers(db, sql`update submissions set cells = ${scrambled('cells')} where return_id in (${others})`)
  await withoutTriggers(db, sql`update cells set cell = ${scrambled('cell')} where return_id in (${others})`)
  const after = await fetchAll()
  expect(after.map(({ path }) => path)).toEqual(before.map(({ path }) => path))
  for (const [index, { path, text, status, headers }] of before.entries()) {
    const later = after[index]
    expect([path, later?.status]).toEqual([path, status])
    expect(settled(later?.text ?? '')).toBe(settled(text))
    const told = ({ etag, 'content-length': length, 'content-type': type }: Answer['headers']) =>
      String(type).includes('html') ? [length] : [etag, length]
    expect([path, told(later?.headers ?? {})]).toEqual([path, told(headers)])
  }
})
