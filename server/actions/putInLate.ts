import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { findOpeningRequest, setRequestUsed, type OpeningRequest } from '../db/openingRequests'
import { putIn, type Choice, type PutIn } from '../db/putIn'
import { lockReturn } from '../db/returns'
import { inTransaction, type Tx } from '../db/transaction'
import { actorOf } from '../domain/returns/actor'
import { judgedSections } from '../domain/returns/editing'
import { givenSections } from '../domain/returns/givenSections'
import type { Refusal } from '../domain/returns/lifecycle'
import type { Address } from '../domain/survey/cells'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface PutInLate {
  readonly personId: string
  readonly returnId: string
  readonly requestId: string
  /** The return's version when the page was drawn on which the choices were made. */
  readonly seenAt: number
  readonly choices: ReadonlyMap<Address, Choice>
  readonly arrival: Arrival
}

export type LatePutIn =
  | PutIn
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  /** It has been put in already. */
  | { readonly kind: 'used' }
  | { readonly kind: 'not_found' }

/** Puts in what came too late and has been granted, where its sections are open: once, as saving would. */
export const putInLate = ({ db }: Pick<Services, 'db'>, wanted: PutInLate): Promise<LatePutIn> =>
  inTransaction<LatePutIn>(db, async (tx) => {
    const { personId, seenAt, choices } = wanted
    const found = await lockReturn(tx, { employer: personId }, wanted.returnId, wanted.arrival)
    if (!found || !('assigned' in found)) return { kind: 'not_found' }
    const request = await grantedFor(tx, found, wanted.requestId)
    if (!request) return { kind: 'not_found' }
    if (request.usedAt !== null) return { kind: 'used' }

    const by = actorOf(found, undefined)
    const given = givenSections(definitionOf(found.collection.code), found.assigned)
    const { open: sections, shut, status } = judgedSections(found, given, by)
    if (status === undefined) return { kind: 'refused', because: shut[0]?.because ?? 'locked', found }

    const putting = { found, definitionOf, apart: request, sections, seenAt, choices, personId, by, status }
    const done = await putIn(tx, { ...putting, via: 'late' })
    if (done.kind === 'put_in') {
      await setRequestUsed(tx, request.id, { usedAt: found.now, usedBy: personId, putIn: done.addresses })
    }
    return done
  })

async function grantedFor(tx: Tx, { id }: FoundReturn, requestId: string): Promise<OpeningRequest | undefined> {
  const request = await findOpeningRequest(tx, requestId)
  return request?.returnId === id && request.answer === 'granted' ? request : undefined
}
