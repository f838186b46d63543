import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { insertOpening } from '../db/openings'
import { insertLetters } from '../db/post'
import { peopleOf } from '../db/recipients'
import { findAnyReturn, lockReturn } from '../db/returns'
import { inTransaction, type Tx } from '../db/transaction'
import { endOfDay } from '../domain/collections/calendar'
import type { StaffRole } from '../domain/people/roles'
import { rule, type Refusal } from '../domain/returns/lifecycle'
import { standingOfReturn, titlesOf } from '../domain/returns/standing'
import { aboutReturn } from '../mail/aboutReturn'
import { extended } from '../mail/extended'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface ExtendReturn {
  readonly personId: string
  readonly staffRole: StaffRole
  readonly returnId: string
  /** London date, YYYY-MM-DD: that whole day counts. */
  readonly untilDay: string
  readonly reason: string
  readonly sections: readonly string[]
  readonly arrival: Arrival
}

export type Extended =
  | { readonly kind: 'extended' }
  /** The day asked for is over, or ends before the collection closes anyway. */
  | { readonly kind: 'too_early'; readonly found: FoundReturn }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  | { readonly kind: 'not_found' }

/** Gives an employer who has not submitted more time, for all of the return or some sections. */
export const extendReturn = ({ db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>, extension: ExtendReturn) =>
  inTransaction<Extended>(db, async (tx) => {
    const { personId, reason, sections, untilDay } = extension
    const found = await lockReturn(tx, { network: personId }, extension.returnId, extension.arrival)
    if (!found) return { kind: 'not_found' }
    const on = standingOfReturn(found, definitionOf(found.collection.code))
    const ruling = rule('extend', on, extension.staffRole)
    if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }
    const untilAt = endOfDay(untilDay)
    if (untilAt <= found.now || untilAt <= found.openness.cutoffAt) return { kind: 'too_early', found }

    const at = { returnId: found.id, decidedAt: found.now }
    const named = sections.length > 0 ? sections : null
    const opening = { kind: 'extension', untilAt, reason, sections: named } as const
    await insertOpening(tx, { ...at, ...opening, askedBy: null, grantedBy: personId })
    await insertEvent(tx, { ...at, kind: 'extended', detail: { untilDay, reason, sections: named }, personId })
    await tell(tx, { returnId: found.id, reason, sections: named, arrival: extension.arrival }, publicUrl)
    return { kind: 'extended' }
  })

interface Told {
  readonly returnId: string
  readonly reason: string
  readonly sections: readonly string[] | null
  readonly arrival: Arrival
}

/** Tells the employer, by when it is now. */
async function tell(tx: Tx, { returnId, reason, sections, arrival }: Told, publicUrl: string): Promise<void> {
  const found = await findAnyReturn(tx, returnId, arrival)
  if (!found) return
  const definition = definitionOf(found.collection.code)
  const letter = extended(aboutReturn(found, definition, publicUrl), {
    reason,
    sections: titlesOf(definition, sections),
  })
  const to = await peopleOf(tx, found.organisation.id, ['preparer', 'signatory'])
  await insertLetters(tx, { kind: 'extended', returnId, decidedAt: found.now }, { letter, to })
}
