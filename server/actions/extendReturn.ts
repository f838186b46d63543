import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { insertOpening } from '../db/openings'
import { lockReturn } from '../db/returns'
import { inTransaction } from '../db/transaction'
import { endOfDay } from '../domain/collections/calendar'
import type { StaffRole } from '../domain/people/roles'
import { rule, type Refusal } from '../domain/returns/lifecycle'
import { standingOfReturn } from '../domain/returns/standing'
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
export const extendReturn = ({ db }: Pick<Services, 'db'>, extension: ExtendReturn) =>
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
    return { kind: 'extended' }
  })
