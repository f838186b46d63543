import type { Arrival } from '../clock'
import { changesSince } from '../db/cells'
import type { FoundReturn, OwnReturn } from '../db/foundReturn'
import { keepChanges } from '../db/keepChanges'
import { lateOfferOf } from '../db/lateOffer'
import { findOpeningRequest, setRequestUsed, type OpeningRequest } from '../db/openingRequests'
import { lockReturn } from '../db/returns'
import { inTransaction, type Tx } from '../db/transaction'
import { actorOf } from '../domain/returns/actor'
import { editRuling } from '../domain/returns/editing'
import { givenSections } from '../domain/returns/givenSections'
import type { Refusal, ReturnStatus } from '../domain/returns/lifecycle'
import type { Address } from '../domain/survey/cells'
import type { Section } from '../domain/survey/definition'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

/** Which of two answers to keep: what was typed too late, or what stands there now. */
export type LateChoice = 'mine' | 'theirs'

interface PutInLate {
  readonly personId: string
  readonly returnId: string
  readonly requestId: string
  /** The return's version when the page was drawn on which the choices were made. */
  readonly seenAt: number
  readonly choices: ReadonlyMap<Address, LateChoice>
  readonly arrival: Arrival
}

export type LatePutIn =
  | { readonly kind: 'put_in'; readonly changed: number; readonly left: number }
  /** The same boxes have been changed since, and no choice was made: nothing has been written. */
  | { readonly kind: 'undecided'; readonly addresses: readonly Address[] }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  /** It has been put in already. */
  | { readonly kind: 'used' }
  | { readonly kind: 'not_found' }

/** Puts in what was typed too late and has been granted, where its sections are open: once, as saving would. */
export const putInLate = ({ db }: Pick<Services, 'db'>, wanted: PutInLate): Promise<LatePutIn> =>
  inTransaction<LatePutIn>(db, async (tx) => {
    const found = await lockReturn(tx, { employer: wanted.personId }, wanted.returnId, wanted.arrival)
    if (!found || !('assigned' in found)) return { kind: 'not_found' }
    const request = await findOpeningRequest(tx, wanted.requestId)
    if (request?.returnId !== found.id || request.answer !== 'granted') return { kind: 'not_found' }
    if (request.usedAt !== null) return { kind: 'used' }

    const sections = givenSections(definitionOf(found.collection.code), found.assigned)
    const rulings = sections.map((section) => ({
      section,
      ruling: editRuling(found, section.code, actorOf(found, undefined)),
    }))
    const open = rulings.flatMap(({ section, ruling }) => (ruling.ok ? [{ section, to: ruling.to }] : []))
    const [first] = open
    if (!first) {
      const [shut] = rulings.flatMap(({ ruling }) => (ruling.ok ? [] : [ruling.because]))
      return { kind: 'refused', because: shut ?? 'locked', found }
    }
    return putIn(tx, { wanted, found, request, sections: open.map(({ section }) => section), status: first.to })
  })

interface PuttingIn {
  readonly wanted: PutInLate
  readonly found: OwnReturn
  readonly request: OpeningRequest
  /** Those that are open. */
  readonly sections: readonly Section[]
  /** The status that follows from a change. */
  readonly status: ReturnStatus
}

async function putIn(tx: Tx, { wanted, found, request, sections, status }: PuttingIn): Promise<LatePutIn> {
  const unseen = new Set((await changesSince(tx, found.id, wanted.seenAt)).map(({ address }) => address))
  const seen = [...wanted.choices].filter(([address]) => !unseen.has(address))
  const chosen = new Set(seen.filter(([, choice]) => choice === 'mine').map(([address]) => address))
  const offer = await lateOfferOf(tx, found, definitionOf, { request, sections, chosen })
  const left = new Set(seen.filter(([, choice]) => choice === 'theirs').map(([address]) => address))
  const undecided = offer.conflicts.map(({ address }) => address).filter((address) => !left.has(address))
  if (undecided.length > 0) return { kind: 'undecided', addresses: undecided }

  const { changes, draft } = offer
  const { personId } = wanted
  const by = actorOf(found, undefined)
  await keepChanges(tx, { found, definitionOf, draft, changes, personId, by, via: 'late', status })
  const addresses = Object.keys(changes)
  await setRequestUsed(tx, request.id, { usedAt: found.now, usedBy: personId, putIn: addresses })
  return { kind: 'put_in', changed: addresses.length, left: offer.conflicts.length }
}
