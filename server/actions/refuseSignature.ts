import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { insertLetters } from '../db/post'
import { peopleOf } from '../db/recipients'
import { lockReturn, setSentBack } from '../db/returns'
import { inTransaction } from '../db/transaction'
import { actorOf } from '../domain/returns/actor'
import { rule, type Refusal } from '../domain/returns/lifecycle'
import { standingOfReturn } from '../domain/returns/standing'
import { aboutReturn } from '../mail/aboutReturn'
import { signatureRefused } from '../mail/signatureRefused'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface RefuseSignature {
  readonly personId: string
  /** Their name, for the letter. */
  readonly by: string
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
export const refuseSignature = (
  { db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>,
  { personId, by, returnId, note, arrival }: RefuseSignature,
) =>
  inTransaction<SignatureRefused>(db, async (tx) => {
    const found = await lockReturn(tx, { employer: personId }, returnId, arrival)
    if (!found) return { kind: 'not_found' }
    const definition = definitionOf(found.collection.code)
    const ruling = rule('refuse_signature', standingOfReturn(found, definition), actorOf(found, undefined))
    if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }

    await setSentBack(tx, found.id, ruling.to, found.now)
    const event = { returnId: found.id, personId, decidedAt: found.now }
    await insertEvent(tx, { ...event, kind: 'signature_refused', detail: { note } })
    const letter = signatureRefused(aboutReturn(found, definition, publicUrl), { by, note })
    const to = await peopleOf(tx, found.organisation.id, ['preparer'])
    await insertLetters(tx, { kind: 'signature_refused', returnId: found.id, decidedAt: found.now }, { letter, to })
    return { kind: 'sent_back' }
  })
