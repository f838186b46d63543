import { appNow } from '../db/clock'
import { lockCollection } from '../db/collections'
import { setPublished } from '../db/insertRelease'
import { latestRelease, releaseNumbered } from '../db/releases'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

interface PublishRelease {
  /** Of the collection. */
  readonly code: string
  readonly number: number
  readonly personId: string
}

export type ReleasePublished =
  | { readonly kind: 'published'; readonly at: Date }
  | { readonly kind: 'published_already' }
  /** A later release did not reckon with this one: side by side the two might tell of one organisation. */
  | { readonly kind: 'superseded'; readonly by: number }
  | { readonly kind: 'not_found' }

/** Lets employers see a release that was kept back. */
export const publishRelease = ({ db }: Pick<Services, 'db'>, { code, number, personId }: PublishRelease) =>
  inTransaction<ReleasePublished>(db, async (tx) => {
    const collection = await lockCollection(tx, code)
    if (!collection) return { kind: 'not_found' }
    const found = await releaseNumbered(tx, collection.id, { number, forEmployers: false })
    if (!found) return { kind: 'not_found' }
    if (found.publishedAt) return { kind: 'published_already' }
    const last = await latestRelease(tx, collection.id, { forEmployers: false })
    if (last && last.number > number) return { kind: 'superseded', by: last.number }
    const at = await appNow(tx)
    await setPublished(tx, found.id, personId, at)
    return { kind: 'published', at }
  })
