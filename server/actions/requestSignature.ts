import type { Arrival } from '../clock'
import { cellsOf } from '../db/cells'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { insertLetters } from '../db/post'
import { peopleOf } from '../db/recipients'
import { lockReturn, setAwaitingSignature } from '../db/returns'
import { sheetOfReturn } from '../db/sheetOfReturn'
import { inTransaction } from '../db/transaction'
import { signersAmong } from '../domain/post/audience'
import { actorOf } from '../domain/returns/actor'
import { rule, type Refusal } from '../domain/returns/lifecycle'
import { standingOfReturn } from '../domain/returns/standing'
import { checkReturn, isReady } from '../domain/survey/progress'
import { aboutReturn } from '../mail/aboutReturn'
import { signatureRequested } from '../mail/signatureRequested'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface RequestSignature {
  readonly personId: string
  /** Their name, for the letter. */
  readonly by: string
  readonly returnId: string
  readonly arrival: Arrival
}

export type SignatureRequested =
  | { readonly kind: 'requested' }
  /** Rule Q01: something is unanswered, cannot be so, or is not explained. */
  | { readonly kind: 'not_ready' }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  | { readonly kind: 'not_found' }

/** Sends a return that is ready to be signed to those who sign for the organisation. */
export const requestSignature = (
  { db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>,
  { personId, by, returnId, arrival }: RequestSignature,
) =>
  inTransaction<SignatureRequested>(db, async (tx) => {
    const found = await lockReturn(tx, { employer: personId }, returnId, arrival)
    if (!found) return { kind: 'not_found' }
    const sheet = await sheetOfReturn(tx, found, definitionOf(found.collection.code), await cellsOf(tx, found.id))
    const ruling = rule('request_signature', standingOfReturn(found, sheet.definition), actorOf(found, undefined))
    if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }
    if (!checkReturn(sheet).every(isReady)) return { kind: 'not_ready' }

    await setAwaitingSignature(tx, found.id, ruling.to, found.now)
    await insertEvent(tx, { returnId: found.id, kind: 'signature_requested', personId, decidedAt: found.now })
    const letter = signatureRequested(aboutReturn(found, sheet.definition, publicUrl), { by })
    const to = signersAmong(await peopleOf(tx, found.organisation.id, ['signatory', 'preparer']))
    await insertLetters(tx, { kind: 'signature_requested', returnId: found.id, decidedAt: found.now }, { letter, to })
    return { kind: 'requested' }
  })
