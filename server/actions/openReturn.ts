import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { keepOpening } from '../db/keepOpening'
import { insertLetters } from '../db/post'
import type { OpeningRequest } from '../db/openingRequests'
import { peopleOfAll } from '../db/recipients'
import { grantWaiting } from '../db/requestAnswers'
import { findAnyReturn, lockReturn } from '../db/returns'
import { inTransaction, type Tx } from '../db/transaction'
import type { OpeningKind } from '../domain/collections/opening'
import type { StaffRole } from '../domain/people/roles'
import type { Refusal } from '../domain/returns/lifecycle'
import { judgeOpening } from '../domain/returns/opening'
import { titlesOf } from '../domain/returns/standing'
import { aboutReturn } from '../mail/aboutReturn'
import { openingLetters } from '../mail/openingLetters'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface OpenReturn {
  /** More time for a return that has not been submitted, or one given back to be changed. */
  readonly kind: OpeningKind
  readonly personId: string
  readonly staffRole: StaffRole
  readonly returnId: string
  /** London date, YYYY-MM-DD: that whole day counts. */
  readonly untilDay: string
  readonly reason: string
  /** Which sections; none means all. */
  readonly sections: readonly string[]
  readonly arrival: Arrival
}

export type Opened =
  /** So many requests have been granted by it. */
  | { readonly kind: 'opened'; readonly granted: number }
  /** The day is over; or, for more time, ends before the collection closes anyway. */
  | { readonly kind: 'too_early'; readonly found: FoundReturn }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  | { readonly kind: 'not_found' }

/** Opens a return, all of it or some sections, until the end of a day. It locks again by itself. */
export const openReturn = ({ db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>, opening: OpenReturn) =>
  inTransaction<Opened>(db, async (tx) => {
    const found = await lockReturn(tx, { network: opening.personId }, opening.returnId, opening.arrival)
    if (!found) return { kind: 'not_found' }
    const { kind, untilDay, reason, sections, personId, staffRole } = opening
    const definition = definitionOf(found.collection.code)
    const ruling = judgeOpening({ kind, untilDay, by: staffRole }, found, definition)
    if (!ruling.ok) {
      const { because } = ruling
      return because === 'too_early' ? { kind: 'too_early', found } : { kind: 'refused', because, found }
    }

    const given = { kind, untilDay, reason, sections, askedBy: null, grantedBy: personId }
    const openingId = await keepOpening(tx, found, { ...given, to: ruling.to })
    const granted = await grantWaiting(tx, found, definition, { ...given, openingId })
    await tell(tx, opening, granted, publicUrl)
    return { kind: 'opened', granted: granted.length }
  })

/** Tells the employer, by when it is now. */
async function tell(tx: Tx, opening: OpenReturn, granted: readonly OpeningRequest[], publicUrl: string): Promise<void> {
  const found = await findAnyReturn(tx, opening.returnId, opening.arrival)
  if (!found) return
  const definition = definitionOf(found.collection.code)
  const sections = opening.sections.length > 0 ? titlesOf(definition, opening.sections) : null
  const about = aboutReturn(found, definition, publicUrl)
  const people = await peopleOfAll(tx, [found.organisation.id])
  const letters = openingLetters(opening.kind, about, { reason: opening.reason, sections }, { people, granted })
  for (const { letter, to, ...why } of letters) {
    await insertLetters(tx, { ...why, returnId: found.id, decidedAt: found.now }, { letter, to })
  }
}
