import { sql } from 'kysely'
import { marksOfRelease } from '../../server/db/releases'
import { mhsw2019 } from '../../server/surveys/mhsw2019'
import { useApp } from '../support/app'
import { make } from '../support/make'
import { CODE, everybodySubmitted, listed, release, truthOf } from './attackedWorld'
import { recovered, type Recovered } from './elimination'

const ours = useApp(everybodySubmitted)
const { db } = ours

interface Told {
  readonly code: string
  readonly subject: string
  readonly figures: readonly (Readonly<Record<string, unknown>> & { readonly group: string })[]
}

/** What was in one release: what is published of each indicator, who went into it, and who is shown by name. */
interface Attacked {
  readonly published: readonly Told[]
  readonly inGroup: (indicator: string) => ReadonlyMap<string, ReadonlySet<string>>
  readonly named: (indicator: string) => ReadonlySet<string>
}

/** Whose submissions are whose: an organisation knows all it ever sent in. */
const owners = new Map<string, string[]>()

async function attacked(): Promise<Attacked> {
  const { token } = await make(db).token({ scopes: ['figures'] })
  const published = await listed<Told>(ours.visitor(), token, `/api/v1/collections/${CODE}/figures`)
  const { members, gathered } = await truthOf(db)
  const { id } = await db
    .selectFrom('releases')
    .select('id')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const marks = await marksOfRelease(db, id)
  const submissionOf = new Map(members.map(({ returnId, submissionId }) => [returnId, submissionId]))
  for (const { returnId, submissionId } of members)
    owners.set(returnId, [...new Set([...(owners.get(returnId) ?? []), submissionId])])
  return {
    published,
    inGroup: (code) => groupsIn(code, gathered, members),
    named: (code) =>
      new Set(
        marks
          .filter(({ indicator }) => indicator === code)
          .map(({ organisation }) => submissionOf.get(organisation) ?? ''),
      ),
  }
}

type Truth = Awaited<ReturnType<typeof truthOf>>

function groupsIn(code: string, gathered: Truth['gathered'], members: Truth['members']) {
  const indicator = mhsw2019.indicators.find((each) => each.code === code)
  const groups = new Map<string, Set<string>>()
  for (const { submission, groups: all } of indicator ? gathered.contributors(indicator, members) : [])
    for (const group of all) groups.set(group, (groups.get(group) ?? new Set()).add(submission))
  return groups
}

const isValue = (told: unknown): boolean =>
  typeof told === 'object' && told !== null && 'value' in told && told.value !== null

/** The groups of which any figure at all of an indicator is told. */
const toldGroups = ({ figures }: Told): string[] =>
  figures.filter((figure) => Object.values(figure).some(isValue)).map(({ group }) => group)

/** What of the groups told of an indicator can be solved for, by anybody or by any one employer, who also see the named. */
function attackOn(code: string, releases: readonly Attacked[], told: (of: Told) => string[] = toldGroups): Recovered[] {
  const known = new Set(releases.flatMap((each) => [...each.named(code)]))
  const sums = releases.flatMap(({ published, inGroup }) => {
    const indicator = published.find((each) => each.code === code)
    const members = inGroup(code)
    return (indicator ? told(indicator) : []).map((group) => {
      return new Set([...(members.get(group) ?? [])].filter((submission) => !known.has(submission)))
    })
  })
  return recovered({ sums: sums.filter(({ size }) => size > 0), own: [...owners.values()] })
}

const attackable = ({ subject }: Told): boolean => subject !== 'organisations'

let first: Attacked
beforeAll(async () => {
  expect(await release(ours)).toBe('made')
  first = await attacked()
})

test('published without a thought, the same groups would give organisations away', () => {
  const naive = (told: Told) => told.figures.map(({ group }) => group)
  const broken = first.published.filter(attackable).filter(({ code }) => attackOn(code, [first], naive).length > 0)
  expect(broken.length).toBeGreaterThan(50)
})

test('of no indicator can anybody, outside or inside, solve for fewer than five organisations', () => {
  const all = first.published.filter(attackable)
  expect(all.length).toBeGreaterThan(80)
  expect(all.filter((each) => toldGroups(each).length > 3).length).toBeGreaterThan(40)
  const broken = all.flatMap(({ code }) => attackOn(code, [first]).map((each) => ({ code, ...each })))
  expect(broken).toEqual([])
})

/** One organisation sends in other figures, as after a reopening. */
async function sendsAgain(returnId: string): Promise<void> {
  const before = await db
    .selectFrom('submissions')
    .selectAll()
    .where('returnId', '=', returnId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const { id: _id, cells, explained, ...rest } = before
  const changed = JSON.stringify(cells).replace(
    /"value":([1-9]\d*)(\.\d+)?(?=[,}])/g,
    (_, whole: string) => `"value":${whole}.25`,
  )
  const number = before.number + 1
  const { id } = await db
    .insertInto('submissions')
    .values({
      ...rest,
      cells: changed,
      explained: JSON.stringify(explained),
      number,
      reference: `${before.reference}-again`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('returns').set({ standingSubmissionId: id }).where('id', '=', returnId).execute()
}

test('nor from two releases with one reopened return between them; groups that it changed are held back', async () => {
  const { rows } = await sql<{ returnId: string; submissionId: string }>`
    select return_id, submission_id from release_members where type = 'nhs_trust' order by return_id limit 1`.execute(
    db,
  )
  const { returnId = '', submissionId = '' } = rows[0] ?? {}
  await sendsAgain(returnId)
  expect(await release(ours)).toBe('made')
  const second = await attacked()

  const naive = (told: Told) => toldGroups(told).filter((group) => group === 'type:nhs_trust')
  const both = [first, { ...second, published: first.published }]
  expect(attackOn('ind_wte_employed_100k', both, naive)).toContainEqual(expect.objectContaining({ by: 'anybody' }))

  const all = first.published.filter(attackable)
  const broken = all.flatMap(({ code }) => attackOn(code, [first, second]).map((each) => ({ code, ...each })))
  expect(broken).toEqual([])
  const inIt = (code: string) => first.inGroup(code).get('type:nhs_trust')?.has(submissionId) === true
  const changed = second.published.filter((each) => attackable(each) && inIt(each.code))
  expect(changed.length).toBeGreaterThan(40)
  expect(changed.filter((each) => toldGroups(each).includes('type:nhs_trust')).map(({ code }) => code)).toEqual([])
})
