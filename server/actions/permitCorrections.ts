import { lockCollection } from '../db/collections'
import { endPermit, insertPermit } from '../db/correctionPermits'
import { inTransaction } from '../db/transaction'
import { londonDay } from '../domain/collections/calendar'
import type { Services } from '../services'

interface PermitCorrections {
  /** An administrator. */
  readonly personId: string
  readonly collectionCode: string
  /** For how many days, and until which London day at most; null: from now on nobody may. */
  readonly allowed: { readonly days: number; readonly lastDay: string } | null
}

export type CorrectionsPermitted =
  | { readonly kind: 'permitted' }
  /** Its last day is over. */
  | { readonly kind: 'too_early' }
  | { readonly kind: 'not_found' }

/** Allows the employers of a collection to correct what they are asked about, in place of what was allowed before. */
export const permitCorrections = ({ db }: Pick<Services, 'db'>, { personId, allowed, ...of }: PermitCorrections) =>
  inTransaction<CorrectionsPermitted>(db, async (tx) => {
    const collection = await lockCollection(tx, of.collectionCode)
    if (!collection) return { kind: 'not_found' }
    const { id: collectionId, now } = collection
    if (allowed && allowed.lastDay < londonDay(now)) return { kind: 'too_early' }
    await endPermit(tx, collectionId, { endedBy: personId, endedAt: now })
    if (allowed) await insertPermit(tx, { ...allowed, collectionId, grantedBy: personId, decidedAt: now })
    return { kind: 'permitted' }
  })
