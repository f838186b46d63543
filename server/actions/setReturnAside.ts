import type { Arrival } from '../clock'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { lockReturn } from '../db/returns'
import { setAside } from '../db/settingAside'
import { inTransaction } from '../db/transaction'
import type { StaffRole } from '../domain/people/roles'
import { rule, type Refusal } from '../domain/returns/lifecycle'
import { standingOfReturn } from '../domain/returns/standing'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface SetReturnAside {
  readonly personId: string
  readonly staffRole: StaffRole
  readonly returnId: string
  /** Its employer does not take part, though asked; or it is not asked any more. */
  readonly as: 'declined' | 'no_longer_required'
  readonly reason: string
  readonly arrival: Arrival
}

export type SetAside =
  | { readonly kind: 'set_aside' }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  | { readonly kind: 'not_found' }

const deeds = { declined: 'decline', no_longer_required: 'no_longer_require' } as const

/** Nobody is chased for it any more. What has been filled in stays, for it may be asked for again. */
export const setReturnAside = ({ db }: Pick<Services, 'db'>, setting: SetReturnAside) =>
  inTransaction<SetAside>(db, async (tx) => {
    const { personId, as, reason } = setting
    const found = await lockReturn(tx, { network: personId }, setting.returnId, setting.arrival)
    if (!found) return { kind: 'not_found' }
    const ruling = rule(deeds[as], standingOfReturn(found, definitionOf(found.collection.code)), setting.staffRole)
    if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }

    await setAside(tx, found, ruling.to)
    const event = { returnId: found.id, personId, decidedAt: found.now }
    await insertEvent(tx, { ...event, kind: 'set_aside', detail: { status: as, reason } })
    return { kind: 'set_aside' }
  })
