import { createHash } from 'node:crypto'
import { makeRelease } from '../../server/actions/makeRelease'
import {
  figuresOfRelease,
  latestRelease,
  marksOfRelease,
  memberOf,
  membersCount,
  releasesOf,
  talliesOfRelease,
} from '../../server/db/releases'
import { publishRelease } from '../../server/actions/publishRelease'
import { contributionTo } from '../../server/domain/benchmarks/contribution'
import { writing, type Content } from '../../server/domain/benchmarks/content'
import type { Figure } from '../../server/domain/disclosure/figure'
import { sheetOf } from '../../server/domain/survey/routing'
import { definitionOf } from '../../server/surveys'
import { setClock } from '../support/clock'
import { useDatabase } from '../support/database'
import { make } from '../support/make'
import { figureIn, staffed, startAgain, told, trustsIn } from '../support/releases'

const { db, pool } = useDatabase()
const made = make(db)
const { trust, trusts, submit, stand, release } = trustsIn(db)

const RATE = 'ind_wte_employed_100k'
const TRUSTS = 'type:nhs_trust'

let collectionId = ''
beforeEach(async () => {
  await startAgain(pool)
  await setClock(pool, '2020-02-11T00:02:00Z')
  collectionId = (await made.collection()).id
})

const latest = async () => {
  const found = await latestRelease(db, collectionId, { forEmployers: false })
  if (!found) throw new Error('There is no release')
  return found
}

const hashOf = (...all: Parameters<typeof writing>): string =>
  createHash('sha256')
    .update([...writing(...all)].join(''))
    .digest('hex')

/** All of a release, as its tables hold it. */
async function contentOf(releaseId: string): Promise<Content> {
  const members = await db.selectFrom('releaseMembers').selectAll().where('releaseId', '=', releaseId).execute()
  const contributors = await db
    .selectFrom('releaseContributors')
    .selectAll()
    .where('releaseId', '=', releaseId)
    .execute()
  const marks = await marksOfRelease(db, releaseId)
  return {
    members: members.map(({ returnId, submissionId, register, named, groups }) => {
      return { returnId, submissionId, organisation: register, named, groups }
    }),
    figures: await figuresOfRelease(db, releaseId),
    contributors: contributors.map(({ code, submissions, groups }) => ({ code, submissions, groups })),
    tallies: await talliesOfRelease(db, releaseId),
    marks: marks.map(({ indicator, organisation, value }) => ({ indicator, organisation, value })),
  }
}

const figures = async (): Promise<Figure[]> => figuresOfRelease(db, (await latest()).id)
const figure = async (indicator = RATE, group = TRUSTS) => figureIn(await figures(), indicator, group)

describe('a release is refused', () => {
  test('of a collection that is not there', async () => {
    const personId = (await made.person({ staffRole: 'analyst' })).id
    expect(await makeRelease({ db }, { code: 'mhsw-1999', personId, hold: false })).toEqual({ kind: 'not_found' })
  })

  test('where nothing has been submitted', async () => {
    await trust(undefined)
    expect(await release()).toEqual({ kind: 'nothing_submitted' })
  })

  test('where four organisations are all there are', async () => {
    await trusts(10, 20, 30, 40)
    expect(await release()).toEqual({ kind: 'nothing_to_tell', because: 'too_few_organisations' })
    expect(await releasesOf(db, collectionId, { forEmployers: false })).toEqual([])
  })

  test('where nothing has changed since the last one', async () => {
    await trusts(10, 20, 30, 40, 50)
    expect(await release()).toEqual({ kind: 'made', number: 1 })
    expect(await release()).toEqual({ kind: 'nothing_new', number: 1 })
  })

  test.each([
    ['in February', '2020-02-11T00:00:00Z', '2020-02-11T00:00:30Z', '2020-02-11T00:01:00.000Z'],
    ['in June', '2020-06-30T23:00:00Z', '2020-06-30T23:00:30Z', '2020-06-30T23:01:00.000Z'],
  ])('in the minute after a cutoff %s', async (_when, cutoffAt, now, from) => {
    await made.collection({ cutoffAt })
    await trusts(10, 20, 30, 40, 50)
    await setClock(pool, now)
    expect(await release()).toEqual({ kind: 'too_early', from: new Date(from) })
  })
})

describe('when it is made', () => {
  test.each([
    ['2020-02-10T23:59:00Z', 'provisional'],
    ['2020-02-11T00:01:01Z', 'final'],
  ])('at %s it is %s', async (now, kind) => {
    await trusts(10, 20, 30, 40, 50)
    await setClock(pool, now)
    await release()
    const { decidedAt, ...found } = await latest()
    expect(found).toMatchObject({ number: 1, kind, definition: 'mhsw-2019' })
    expect(Math.abs(decidedAt.getTime() - Date.parse(now))).toBeLessThan(60_000)
  })

  test('two who press at once make one', async () => {
    await trusts(10, 20, 30, 40, 50)
    const outcomes = await Promise.all([release(), release(), release()])
    expect(outcomes.filter(({ kind }) => kind === 'made')).toEqual([{ kind: 'made', number: 1 }])
    expect(outcomes.filter(({ kind }) => kind === 'overtaken' || kind === 'nothing_new')).toHaveLength(2)
    expect(await releasesOf(db, collectionId, { forEmployers: false })).toHaveLength(1)
  })

  test('it says what it is told by, and who made it', async () => {
    await trusts(10, 20, 30, 40, 50)
    const { id: personId } = await made.person({ staffRole: 'analyst', name: 'Orla Finch' })
    await release({ personId })
    expect(await latest()).toMatchObject({
      madeByName: 'Orla Finch',
      publishedByName: 'Orla Finch',
      parameters: { organisations: 5 },
      changed: { since: null, added: 5 },
    })
  })
})

describe('what it is reckoned from', () => {
  test('is submissions: five trusts, their mean and middle', async () => {
    await trusts(10, 20, 30, 40, 60)
    await release()
    const found = await figure()
    expect(found?.organisations).toBe(5)
    expect([told(found?.mean), told(found?.median)]).toEqual([3.2, 3])
  })

  test('is the last submission of a return that is reopened, whatever its draft says now', async () => {
    const [first] = await trusts(10, 20, 30, 40, 60)
    if (!first) throw new Error('There is no trust')
    await db.updateTable('returns').set({ status: 'reopened' }).where('id', '=', first.returnId).execute()
    await pool.query(
      `insert into cells (return_id, address, cell, version, decided_at)
       values ($1, 'sw_emp_in.wte', '{"state":"value","value":999}', 2, now())`,
      [first.returnId],
    )
    await release()
    expect(told((await figure())?.mean)).toBe(3.2)
  })

  test('is the later of two submissions', async () => {
    const [first] = await trusts(10, 20, 30, 40, 60)
    if (first) await submit(first, staffed(50))
    await release()
    expect(told((await figure())?.mean)).toBe(4)
  })

  test('is not what was withdrawn', async () => {
    const [first] = await trusts(1, 10, 20, 30, 40, 60)
    if (first) await stand(first.returnId, null, 'in_progress')
    await release()
    expect(await figure()).toMatchObject({ organisations: 5, mean: { value: 3.2 } })
    expect(await membersCount(db, (await latest()).id)).toBe(5)
  })

  test.each(['covered', 'declined', 'no_longer_required'] as const)(
    'is not a submission of one that is %s',
    async (status) => {
      const [first] = await trusts(1, 10, 20, 30, 40, 60)
      if (first) await db.updateTable('returns').set({ status }).where('id', '=', first.returnId).execute()
      await release()
      expect((await figure())?.organisations).toBe(5)
    },
  )

  test('is a nil return: 0 of its population, and not a share of nobody', async () => {
    await trusts(10, 20, 30, 40, 60)
    await trust({ has_mhsw: 'no', nil_reason: 'provided_by_partner' })
    await release()
    expect((await figure())?.organisations).toBe(6)
    expect((await figure('ind_vacancy_rate'))?.organisations).toBe(5)
  })

  test('is not what an organisation could not tell', async () => {
    await trusts(10, 20, 30, 40, 60)
    await trust(staffed(20, 'NC'))
    await release()
    expect((await figure())?.organisations).toBe(6)
    expect((await figure('ind_vacancy_rate'))?.organisations).toBe(5)
  })
})

describe('the methods note', () => {
  test('says what became of everybody asked', async () => {
    const [first, second, third] = await trusts(10, 20, 30, 40, 60)
    await trust({ has_mhsw: 'no', nil_reason: 'provided_by_partner' })
    const statuses = ['covered', 'declined', 'no_longer_required'] as const
    const set = await Promise.all(statuses.map(() => trust(undefined)))
    for (const [at, status] of statuses.entries()) {
      await stand(set[at]?.returnId ?? '', null, status)
    }
    await db
      .updateTable('returns')
      .set({ coveredBy: first?.returnId ?? '' })
      .where('id', '=', set[0]?.returnId ?? '')
      .execute()
    const grantedBy = (await made.person({ staffRole: 'admin' })).id
    await made.opening({ returnId: second?.returnId ?? '', grantedBy, untilAt: '2020-02-15T00:00:00Z' })
    await stand(third?.returnId ?? '', null, 'in_progress')
    await submit(third ?? { returnId: '', organisationId: '', signedBy: '' }, staffed(30))
    await release()
    const { response, submissions } = (await latest()).methods
    expect(submissions).toBe(6)
    const line = { asked: 8, responded: 7, nil: 1, covered: 1, joint: 1, declined: 1, noLongerRequired: 1, extended: 1 }
    expect(response).toEqual([
      { group: 'all', ...line, reopened: 0, queried: 0 },
      { group: 'region:nhs_trust:Y60', ...line, reopened: 0, queried: 0 },
      { group: TRUSTS, ...line, reopened: 0, queried: 0 },
    ])
  })
})

test('a return with a question not answered yet is in the figures, and the methods note says so', async () => {
  const [first] = await trusts(10, 20, 30, 40, 60)
  await pool.query(
    `insert into queries (id, return_id, submission_id, address, figures, compared, question, state, raised_by, decided_at, asked_at)
     select gen_random_uuid(), id, standing_submission_id, 'sw_emp_in.hc', '{}', '', 'Is it so few?', 'asked', $2, now(), now()
     from returns where id = $1`,
    [first?.returnId, first?.signedBy],
  )
  await release()
  expect((await figure())?.organisations).toBe(5)
  expect((await latest()).methods.response[0]).toMatchObject({ group: 'all', responded: 5, queried: 1 })
})

describe('the methods note of shared social workers', () => {
  const shared = (side: 'ext' | 'out', org: string, wte: number) => ({
    [`sw_${side}_partner.1.org`]: org,
    [`sw_${side}_partner.1.hc`]: Math.ceil(wte),
    [`sw_${side}_partner.1.wte`]: wte,
  })

  const codeOf = async ({ organisationId }: { organisationId: string }) =>
    (await db.selectFrom('organisations').select('code').where('id', '=', organisationId).executeTakeFirstOrThrow())
      .code

  test('counts pairs that agree, differ, and wait for one side', async () => {
    const [a, b, c, d, e] = await trusts(10, 20, 30, 40, 60)
    if (!a || !b || !c || !d || !e) throw new Error('There are no trusts')
    await submit(a, { ...staffed(10), ...shared('ext', await codeOf(b), 5) })
    await submit(b, { ...staffed(20), ...shared('out', await codeOf(a), 6) })
    await submit(c, { ...staffed(30), ...shared('ext', await codeOf(d), 5) })
    await submit(d, { ...staffed(40), ...shared('out', await codeOf(c), 25) })
    await submit(e, { ...staffed(60), ...shared('ext', await codeOf(a), 5) })
    await release()
    expect((await latest()).methods.pairs).toEqual({ agreed: 1, differing: 1, oneSided: 1 })
  })

  test('says nothing where nobody shares any', async () => {
    await trusts(10, 20, 30, 40, 60)
    await release()
    expect((await latest()).methods.pairs).toBeNull()
  })
})

describe('a release is for ever', () => {
  beforeEach(async () => {
    for (const employed of [10, 20, 30, 40, 60]) await trust(staffed(employed), { named: true })
    await release()
  })

  test('its hash is that of all that can be read of it', async () => {
    const found = await latest()
    const content = await contentOf(found.id)
    expect(content.marks.length).toBeGreaterThan(0)
    expect(hashOf(found, content)).toBe(found.hash)
    const [, ...figures] = content.figures
    expect(hashOf(found, { ...content, figures })).not.toBe(found.hash)
  })

  test('nothing of it can be changed or taken away', async () => {
    const attempts = [
      "update releases set hash = 'another'",
      "update releases set methods = '{}'",
      'update releases set published_at = now()',
      'delete from releases',
      "update figures set figure = '{}'",
      'delete from figures',
      "update release_members set register = '{}'",
      "update release_contributors set groups = '{}'",
      'delete from tallies',
      'update marks set value = 0',
      'truncate marks',
    ]
    for (const attempt of attempts) await expect(pool.query(attempt)).rejects.toThrow(/frozen|insert only/)
  })

  test('an organisation is in it as it was, whatever the register says later', async () => {
    const { returnId } = await db.selectFrom('returns').select('id as returnId').limit(1).executeTakeFirstOrThrow()
    await db.updateTable('organisations').set({ popRegistered: 90_000, name: 'Renamed' }).execute()
    const member = await memberOf(db, (await latest()).id, returnId)
    if (!member) throw new Error('It is not in the release')
    expect(member.register.popRegistered).toBe(1_000_000)
    const definition = definitionOf(member.definition)
    const sheet = sheetOf(definition, { organisation: member.register }, member.cells)
    const indicator = definition.indicators.find(({ code }) => code === RATE)
    if (!indicator) throw new Error('It is nowhere')
    const contributed = contributionTo(indicator, sheet)
    expect(contributed.kind === 'contributes' && contributed.contribution.rate).toBeLessThan(10)
  })
})

describe('employers', () => {
  const seen = () => latestRelease(db, collectionId, { forEmployers: true })
  const publish = async (number: number) =>
    publishRelease({ db }, { code: 'mhsw-2019', number, personId: (await made.person({ staffRole: 'analyst' })).id })

  test('see a release as soon as it is made', async () => {
    await trusts(10, 20, 30, 40, 60)
    await release()
    expect((await seen())?.number).toBe(1)
  })

  test('see one that was kept back once it is published, and not before', async () => {
    await trusts(10, 20, 30, 40, 60)
    await release({ hold: true })
    expect(await seen()).toBeUndefined()
    expect((await latest()).publishedAt).toBeNull()
    expect(await publish(1)).toMatchObject({ kind: 'published' })
    expect((await seen())?.number).toBe(1)
    expect(await publish(1)).toEqual({ kind: 'published_already' })
  })

  test('never see one that a later one did not reckon with', async () => {
    const [first] = await trusts(10, 20, 30, 40, 60)
    await release({ hold: true })
    if (first) await submit(first, staffed(15))
    await release()
    expect(await publish(1)).toEqual({ kind: 'superseded', by: 2 })
    expect(await publish(3)).toEqual({ kind: 'not_found' })
    expect(told((await figure())?.mean)).toBe(3.3)
  })
})

describe('a later release', () => {
  test('says that a group of which too few have changed cannot be brought up to date', async () => {
    const [first] = await trusts(10, 20, 30, 40, 60, 70)
    for (const employed of [1, 2, 3, 4, 5, 6]) await trust(staffed(employed), { nhsRegion: 'Y56' })
    await release()
    if (first) await submit(first, staffed(15))
    for (const employed of [1, 2, 3, 4, 5, 6]) await trust(staffed(employed), { nhsRegion: 'Y58' })
    expect(await release()).toEqual({ kind: 'made', number: 2 })
    const found = await figures()
    expect(told(figureIn(found, RATE, 'region:nhs_trust:Y60')?.mean)).toBe('too_few_changed')
    const { changed } = await latest()
    expect(changed).toMatchObject({ since: 1, added: 6, replaced: 1, gone: 0, same: 11 })
    expect(changed.keptBack).toBeGreaterThan(0)
    expect(changed.says.slice(0, 2)).toEqual([
      '6 returns are new since release 1.',
      '1 return has been submitted again.',
    ])
    expect(changed.says.at(-1)).toMatch(/not told anew/)
  })

  test('tells anew of a group of which five have changed, and of one that has not', async () => {
    const all = await trusts(10, 20, 30, 40, 60, 70)
    for (const employed of [1, 2, 3, 4, 5, 6]) await trust(staffed(employed), { nhsRegion: 'Y56' })
    await release()
    for (const each of all.slice(0, 5)) await submit(each, staffed(15))
    await release()
    const found = await figures()
    const region = (code: string) => figureIn(found, RATE, `region:nhs_trust:${code}`)
    expect(told(region('Y60')?.mean)).toBe(2.4)
    expect(told(region('Y56')?.mean)).toBe(0.35)
  })

  test('is not made where too few have changed since any release that employers have seen', async () => {
    const [first] = await trusts(10, 20, 30, 40, 60, 70)
    await release()
    const late = await trusts(11, 12, 13, 14, 15)
    await release()
    for (const each of late) await stand(each.returnId, null, 'in_progress')
    if (first) await stand(first.returnId, null, 'in_progress')
    expect(await release()).toEqual({ kind: 'nothing_to_tell', because: 'too_few_changed' })
  })

  test('is judged by none that was kept back', async () => {
    const [first] = await trusts(10, 20, 30, 40, 60, 70)
    await release({ hold: true })
    if (first) await submit(first, staffed(15))
    expect(await release()).toEqual({ kind: 'made', number: 2 })
    expect((await latest()).changed.since).toBeNull()
  })
})
