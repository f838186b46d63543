import { sql } from 'kysely'
import type { Reader } from './transaction'

/** How many returns of a release are in each of these groups. */
export async function membersIn(
  db: Reader,
  releaseId: string,
  groups: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('releaseMembers')
    .select([sql<string>`unnest(groups)`.as('peerGroup'), ({ fn }) => fn.countAll<number>().as('count')])
    .where('releaseId', '=', releaseId)
    .groupBy('peerGroup')
    .execute()
  return new Map(rows.filter(({ peerGroup }) => groups.includes(peerGroup)).map((row) => [row.peerGroup, row.count]))
}

/** A return of the same organisation in an earlier collection, as it is in the last release employers see of that. */
export interface EarlierMembership {
  readonly releaseId: string
  readonly returnId: string
  readonly collection: string
}

/**
 * The returns of an organisation in published releases of collections that opened before this moment: of each
 * collection its last release, the oldest collection first.
 */
export const earlierMemberships = (db: Reader, organisationId: string, opensAt: Date): Promise<EarlierMembership[]> =>
  db
    .selectFrom('releaseMembers as member')
    .innerJoin('returns', 'returns.id', 'member.returnId')
    .innerJoin('releases', 'releases.id', 'member.releaseId')
    .innerJoin('collections', 'collections.id', 'releases.collectionId')
    .distinctOn(['collections.opensAt', 'collections.code'])
    .select(['releases.id as releaseId', 'member.returnId', 'collections.code as collection'])
    .where('returns.organisationId', '=', organisationId)
    .where('collections.opensAt', '<', opensAt)
    .where('releases.publishedAt', 'is not', null)
    .orderBy('collections.opensAt')
    .orderBy('collections.code')
    .orderBy('releases.number', 'desc')
    .execute()

/** Which of these collections have figures that employers see. */
export async function publishedAmong(db: Reader, collectionIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (collectionIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('releases')
    .select('collectionId')
    .distinct()
    .where('collectionId', 'in', collectionIds)
    .where('publishedAt', 'is not', null)
    .execute()
  return new Set(rows.map(({ collectionId }) => collectionId))
}
