import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { lockReturn } from '../db/returns'
import { inTransaction } from '../db/transaction'
import { actorOf } from '../domain/returns/actor'
import { rule, type Refusal } from '../domain/returns/lifecycle'
import { standingOfReturn } from '../domain/returns/standing'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface AskToDecline {
  readonly personId: string
  readonly returnId: string
  readonly reason: string
  readonly arrival: Arrival
}

export type DeclineAsked =
  | { readonly kind: 'asked' }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  | { readonly kind: 'not_found' }

/** Tells the network that an organisation does not want to take part. The return stays open until the network notes it. */
export const askToDecline = ({ db }: Pick<Services, 'db'>, { personId, returnId, reason, arrival }: AskToDecline) =>
  inTransaction<DeclineAsked>(db, async (tx) => {
    const found = await lockReturn(tx, { employer: personId }, returnId, arrival)
    if (!found) return { kind: 'not_found' }
    const on = standingOfReturn(found, definitionOf(found.collection.code))
    const ruling = rule('ask_to_decline', on, actorOf(found, undefined))
    if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }

    const event = { returnId: found.id, personId, decidedAt: found.now }
    await insertEvent(tx, { ...event, kind: 'decline_asked', detail: { reason } })
    return { kind: 'asked' }
  })
