import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { lockReturn, setStatus } from '../db/returns'
import { inTransaction } from '../db/transaction'
import { actorOf } from '../domain/returns/actor'
import { rule, type Refusal } from '../domain/returns/lifecycle'
import { standingOfReturn } from '../domain/returns/standing'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface RefuseSignature {
  readonly personId: string
  readonly returnId: string
  /** What is to be put right, for whoever prepared the return. */
  readonly note: string
  readonly arrival: Arrival
}

export type SignatureRefused =
  | { readonly kind: 'sent_back' }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  | { readonly kind: 'not_found' }

/** Sends a return back to whoever prepared it, with a note. */
export const refuseSignature = ({ db }: Pick<Services, 'db'>, { personId, returnId, note, arrival }: RefuseSignature) =>
  inTransaction<SignatureRefused>(db, async (tx) => {
    const found = await lockReturn(tx, { employer: personId }, returnId, arrival)
    if (!found) return { kind: 'not_found' }
    const on = standingOfReturn(found, definitionOf(found.collection.code))
    const ruling = rule('refuse_signature', on, actorOf(found, undefined))
    if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }

    await setStatus(tx, found.id, ruling.to)
    const event = { returnId: found.id, personId, decidedAt: found.now }
    await insertEvent(tx, { ...event, kind: 'signature_refused', detail: { note } })
    return { kind: 'sent_back' }
  })
