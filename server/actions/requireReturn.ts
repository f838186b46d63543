import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { lockReturn } from '../db/returns'
import { setRequired } from '../db/settingAside'
import { inTransaction } from '../db/transaction'
import type { StaffRole } from '../domain/people/roles'
import { rule, type Refusal } from '../domain/returns/lifecycle'
import { standingOfReturn } from '../domain/returns/standing'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface RequireReturn {
  readonly personId: string
  readonly staffRole: StaffRole
  readonly returnId: string
  readonly reason: string
  readonly arrival: Arrival
}

export type Required =
  | { readonly kind: 'required' }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  | { readonly kind: 'not_found' }

/** Asks again for a return that was declined or no longer required: it goes on where it stood. */
export const requireReturn = (
  { db }: Pick<Services, 'db'>,
  { personId, staffRole, returnId, reason, arrival }: RequireReturn,
) =>
  inTransaction<Required>(db, async (tx) => {
    const found = await lockReturn(tx, { network: personId }, returnId, arrival)
    if (!found) return { kind: 'not_found' }
    const ruling = rule('require_again', standingOfReturn(found, definitionOf(found.collection.code)), staffRole)
    if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }

    await setRequired(tx, found)
    const event = { returnId: found.id, personId, decidedAt: found.now }
    await insertEvent(tx, { ...event, kind: 'required_again', detail: { reason } })
    return { kind: 'required' }
  })
