import type { OwnReturn } from '../../db/foundReturn'
import { publishedAmong } from '../../db/releaseGroups'
import type { Reads } from './draft'

/** The way to an organisation's figures beside its peers'. */
export interface BenchmarksLine {
  readonly href: string
  readonly says: string
}

/** Once figures have been published; nothing for a contributor, who sees their own sections only. */
export async function benchmarksLine({ db }: Reads, found: OwnReturn): Promise<BenchmarksLine | undefined> {
  if (found.assigned !== null) return undefined
  const published = await publishedAmong(db, [found.collection.id])
  return published.has(found.collection.id) ? benchmarksOf(found.id) : undefined
}

/** The line that leads from a return to its figures beside others'. */
export const benchmarksOf = (returnId: string): BenchmarksLine => ({
  href: `/returns/${returnId}/benchmarks`,
  says: 'See your figures beside those of others',
})
