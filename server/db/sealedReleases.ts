import type { Content, Sealed } from '../domain/benchmarks/content'
import { figuresOfRelease, talliesOfRelease } from './releases'
import type { Reader } from './transaction'

/** A release with what it says of itself, and what it is sealed with. */
export interface SealedRelease extends Sealed {
  readonly id: string
  /** The code of its collection. */
  readonly collection: string
  readonly hash: string
}

/** Every release of every collection, in the order in which they were made. */
export const sealedReleases = (db: Reader): Promise<SealedRelease[]> =>
  db
    .selectFrom('releases')
    .innerJoin('collections', 'collections.id', 'releases.collectionId')
    .select(['releases.id', 'collections.code as collection', 'number', 'kind', 'definition'])
    .select(['parameters', 'methods', 'changed', 'hash'])
    .orderBy('collections.code')
    .orderBy('number')
    .execute()

/** All that is in a release, as it is kept. */
export async function contentOfRelease(db: Reader, releaseId: string): Promise<Content> {
  const members = await db.selectFrom('releaseMembers').selectAll().where('releaseId', '=', releaseId).execute()
  const contributors = await db
    .selectFrom('releaseContributors')
    .select(['code', 'submissions', 'groups'])
    .where('releaseId', '=', releaseId)
    .execute()
  const marks = await db
    .selectFrom('marks')
    .select(['indicator', 'returnId as organisation', 'value'])
    .where('releaseId', '=', releaseId)
    .execute()
  return {
    members: members.map(({ returnId, submissionId, register, named, groups }) => ({
      returnId,
      submissionId,
      organisation: register,
      named,
      groups,
    })),
    figures: await figuresOfRelease(db, releaseId),
    contributors,
    tallies: await talliesOfRelease(db, releaseId),
    marks,
  }
}
