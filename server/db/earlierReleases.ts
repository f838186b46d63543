import type { Submissions } from '../domain/benchmarks/release'
import type { EarlierGroup } from '../domain/disclosure/contributor'
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

/** The groups of which earlier releases told something of an indicator or a tally, and who contributed to it then. */
export async function earlierGroups(db: Reader, earlier: readonly Earlier[], code: string): Promise<EarlierGroup[]> {
  if (earlier.length === 0) return []
  const rows = await db
    .selectFrom('releaseContributors')
    .select(['releaseId', 'submissions', 'groups'])
    .where('code', '=', code)
    .where(
      'releaseId',
      'in',
      earlier.map(({ id }) => id),
    )
    .execute()
  return rows.flatMap(({ releaseId, submissions, groups }) => {
    const release = earlier.find(({ id }) => id === releaseId)
    return release ? groups.map((group) => earlierGroup(release, group, submissions)) : []
  })
}

const earlierGroup = ({ number, groups }: Earlier, group: string, submissions: readonly string[]): EarlierGroup => ({
  group,
  release: number,
  submissions: new Set(submissions.filter((submission) => groups.get(submission)?.includes(group))),
})
