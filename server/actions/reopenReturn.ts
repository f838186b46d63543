import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { insertOpening } from '../db/openings'
import { insertLetters } from '../db/post'
import { peopleOf } from '../db/recipients'
import { findAnyReturn, lockReturn, setStatus } from '../db/returns'
import { inTransaction, type Tx } from '../db/transaction'
import { endOfDay } from '../domain/collections/calendar'
import type { StaffRole } from '../domain/people/roles'
import { rule, type Refusal } from '../domain/returns/lifecycle'
import { standingOfReturn, titlesOf } from '../domain/returns/standing'
import { aboutReturn } from '../mail/aboutReturn'
import { reopened } from '../mail/reopened'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface ReopenReturn {
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

export type Reopened =
  | { readonly kind: 'reopened' }
  | { readonly kind: 'past'; readonly now: Date }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  | { readonly kind: 'not_found' }

/** Gives a return back to its employer, all of it or some sections, until the end of a day. It locks again by itself. */
export const reopenReturn = ({ db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>, reopening: ReopenReturn) =>
  inTransaction<Reopened>(db, async (tx) => {
    const { personId, reason, sections, untilDay } = reopening
    const found = await lockReturn(tx, { network: personId }, reopening.returnId, reopening.arrival)
    if (!found) return { kind: 'not_found' }
    const on = standingOfReturn(found, definitionOf(found.collection.code))
    const ruling = rule('reopen', on, reopening.staffRole)
    if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }
    const untilAt = endOfDay(untilDay)
    if (untilAt <= found.now) return { kind: 'past', now: found.now }

    const at = { returnId: found.id, decidedAt: found.now }
    const named = sections.length > 0 ? sections : null
    const opening = { kind: 'reopening', untilAt, reason, sections: named } as const
    await insertOpening(tx, { ...at, ...opening, askedBy: null, grantedBy: personId })
    await setStatus(tx, found.id, ruling.to)
    await insertEvent(tx, { ...at, kind: 'reopened', detail: { untilDay, reason, sections: named }, personId })
    await tell(tx, { returnId: found.id, reason, sections: named, arrival: reopening.arrival }, publicUrl)
    return { kind: 'reopened' }
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
  const letter = reopened(aboutReturn(found, definition, publicUrl), {
    reason,
    sections: titlesOf(definition, sections),
  })
  const to = await peopleOf(tx, found.organisation.id, ['preparer', 'signatory'])
  await insertLetters(tx, { kind: 'reopened', returnId, decidedAt: found.now }, { letter, to })
}
