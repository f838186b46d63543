import type { Member } from '../domain/benchmarks/member'
import type { Submissions } from '../domain/benchmarks/release'
import type { EarlierGroup } from '../domain/disclosure/contributor'
import type { Shown } from '../domain/disclosure/figure'
import { rowsName } from '../domain/disclosure/tallyTable'
import type { Reader } from './transaction'

/** A release that employers have seen, and what was in it. */
export interface Earlier {
  readonly id: string
  readonly number: number
  readonly submissions: Submissions
  /** The groups of each submission. */
  readonly groups: ReadonlyMap<string, readonly string[]>
}

/** What is in each release of a collection that employers have seen, the earliest first. */
export async function publishedBefore(db: Reader, collectionId: string): Promise<Earlier[]> {
  const published = await db
    .selectFrom('releases')
    .select(['id', 'number'])
    .where('collectionId', '=', collectionId)
    .where('publishedAt', 'is not', null)
    .orderBy('number')
    .execute()
  const earlier: Earlier[] = []
  for (const { id, number } of published) {
    const members = await db
      .selectFrom('releaseMembers')
      .select(['returnId', 'submissionId', 'groups'])
      .where('releaseId', '=', id)
      .execute()
    earlier.push({
      id,
      number,
      submissions: new Map(members.map(({ returnId, submissionId }) => [returnId, submissionId])),
      groups: new Map(members.map(({ submissionId, groups }) => [submissionId, groups])),
    })
  }
  return earlier
}

/** What was in earlier releases and is not among these submissions, each once. */
export async function membersBefore(
  db: Reader,
  earlier: readonly Earlier[],
  standing: ReadonlySet<string>,
): Promise<Member[]> {
  if (earlier.length === 0) return []
  const rows = await db
    .selectFrom('releaseMembers')
    .distinctOn('submissionId')
    .select(['returnId', 'submissionId', 'register as organisation', 'named', 'groups'])
    .where('releaseId', 'in', idsOf(earlier))
    .orderBy('submissionId')
    .orderBy('releaseId')
    .execute()
  return rows.filter(({ submissionId }) => !standing.has(submissionId))
}

const idsOf = (earlier: readonly Earlier[]): string[] => earlier.map(({ id }) => id)

/** The groups of which earlier releases told something of an indicator or a tally, who contributed to it then, and what it was. */
export async function earlierGroups(
  db: Reader,
  earlier: readonly Earlier[],
  { code, shares = {} }: Asked,
): Promise<EarlierGroup[]> {
  if (earlier.length === 0) return []
  const rows = await db
    .selectFrom('releaseContributors')
    .select(['releaseId', 'submissions', 'groups'])
    .where('code', '=', code)
    .where('releaseId', 'in', idsOf(earlier))
    .execute()
  const [counts, named] = [await countsTold(db, earlier, { code, shares }), await namedIn(db, earlier, code)]
  return rows.flatMap(({ releaseId, submissions, groups }) => {
    const release = earlier.find(({ id }) => id === releaseId)
    if (!release) return []
    return groups.map((group) => ({
      ...earlierGroup(release, group, submissions),
      counts: counts.get(`${releaseId} ${group}`) ?? new Set<string>(),
      named: named.get(releaseId) ?? new Set<string>(),
    }))
  })
}

/** An indicator; or a tally, with the rows that shares of it are of and over. */
interface Asked {
  readonly code: string
  readonly shares?: Readonly<Record<string, { readonly of: readonly string[]; readonly over: readonly string[] }>>
}

/** Which counts earlier releases told of a group, by release and group. */
async function countsTold(
  db: Reader,
  earlier: readonly Earlier[],
  { code, shares = {} }: Asked,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const told = new Map<string, Set<string>>()
  const tell = (at: string, name: string, shown: Shown) => {
    if ('value' in shown) told.set(at, (told.get(at) ?? new Set()).add(name))
  }
  const figures = await db
    .selectFrom('figures')
    .select(['releaseId', 'figure'])
    .where('releaseId', 'in', idsOf(earlier))
    .where('indicator', 'in', [code, ...Object.keys(shares)])
    .execute()
  for (const { releaseId, figure } of figures) {
    const share = shares[figure.indicator]
    const at = `${releaseId} ${figure.group}`
    tell(at, share ? rowsName(share.of) : 'numerator', figure.numerator)
    tell(at, share ? rowsName(share.over) : 'denominator', figure.denominator)
  }
  const tables = await db
    .selectFrom('tallies')
    .select(['releaseId', 'counts'])
    .where('releaseId', 'in', idsOf(earlier))
    .where('tally', '=', code)
    .execute()
  for (const { releaseId, counts } of tables) {
    const at = `${releaseId} ${counts.group}`
    for (const [row, shown] of Object.entries(counts.people)) tell(at, row, shown)
    tell(at, rowsName(Object.keys(counts.people)), counts.total)
  }
  return told
}

/** The submissions whose figures of an indicator earlier releases showed by name. */
async function namedIn(
  db: Reader,
  earlier: readonly Earlier[],
  code: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const marks = await db
    .selectFrom('marks')
    .select(['releaseId', 'returnId'])
    .where('releaseId', 'in', idsOf(earlier))
    .where('indicator', '=', code)
    .execute()
  return new Map(
    earlier.map(({ id, submissions }) => {
      const here = marks.filter(({ releaseId }) => releaseId === id)
      return [id, new Set(here.flatMap(({ returnId }) => submissions.get(returnId) ?? []))]
    }),
  )
}

const earlierGroup = ({ number, groups }: Earlier, group: string, submissions: readonly string[]) => ({
  group,
  release: number,
  submissions: new Set(submissions.filter((submission) => groups.get(submission)?.includes(group))),
})
