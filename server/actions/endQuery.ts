import type { Arrival } from '../clock'
import { lockQuery } from '../db/lockQuery'
import { findQuery, setEnded } from '../db/queries'
import { insertQueryStep } from '../db/queryEvents'
import { lockReturn } from '../db/returns'
import { inTransaction } from '../db/transaction'
import { mayDo } from '../domain/queries/query'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface EndQuery {
  readonly personId: string
  readonly queryId: string
  /** The answer is accepted; or none is needed any more, and why. */
  readonly how: { readonly kind: 'accepted' } | { readonly kind: 'dismissed'; readonly why: string }
  readonly arrival: Arrival
}

export type QueryEnded =
  | { readonly kind: 'ended' }
  /** It stands otherwise now: it has been asked again, answered, or has come to an end. */
  | { readonly kind: 'not_so' }
  | { readonly kind: 'not_found' }

/** Puts an end to a question about a figure: its answer will do, or none is needed any more. */
export const endQuery = ({ db }: Pick<Services, 'db'>, { personId, how, ...end }: EndQuery) =>
  inTransaction<QueryEnded>(db, async (tx) => {
    const known = await findQuery(tx, end.queryId)
    const found = known && (await lockReturn(tx, { network: personId }, known.returnId, end.arrival))
    const query = found && (await lockQuery(tx, found.id, end.queryId))
    if (!query) return { kind: 'not_found' }
    if (!mayDo(how.kind === 'accepted' ? 'accept' : 'dismiss', query.state)) return { kind: 'not_so' }
    const decidedAt = found.now
    const endedWhy = how.kind === 'dismissed' ? how.why : null
    await setEnded(tx, query.id, { endedHow: how.kind, endedWhy, endedBy: personId, endedAt: decidedAt })
    await insertQueryStep(tx, {
      kind: how.kind === 'accepted' ? 'query_settled' : 'query_dismissed',
      definition: definitionOf(found.collection.code),
      query,
      says: endedWhy ?? 'The answer was accepted.',
      personId,
      decidedAt,
    })
    return { kind: 'ended' }
  })
