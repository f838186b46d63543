import type { Arrival } from '../clock'
import { findColleague, lockChasing, setOwner } from '../db/chasing'
import { insertEvent } from '../db/history'
import { findAnyReturn } from '../db/returns'
import { inTransaction } from '../db/transaction'
import { mayChangeOwner } from '../domain/chasing/owning'
import type { StaffRole } from '../domain/people/roles'
import type { Services } from '../services'

interface ChangeOwner {
  readonly returnId: string
  /** Who sees to it from now on; null is nobody. */
  readonly to: string | null
  readonly by: { readonly id: string; readonly staffRole: StaffRole }
  readonly arrival: Arrival
}

export type OwnerChanged =
  | { readonly kind: 'changed'; readonly owner: string | null; readonly organisation: string }
  /** Somebody else sees to it. */
  | { readonly kind: 'taken'; readonly owner: string; readonly organisation: string; readonly since: Date | null }
  | { readonly kind: 'no_such_colleague' }
  | { readonly kind: 'not_found' }

/** Takes a return on, lets go of it or hands it over. Of two who take it on at once one has it, and the other is told who. */
export const changeOwner = ({ db }: Pick<Services, 'db'>, { returnId, to, by, arrival }: ChangeOwner) =>
  inTransaction<OwnerChanged>(db, async (tx) => {
    const found = await findAnyReturn(tx, returnId, arrival)
    if (!found) return { kind: 'not_found' }
    const colleague = to === null ? undefined : await findColleague(tx, to)
    if (to !== null && !colleague) return { kind: 'no_such_colleague' }
    const organisation = found.organisation.name
    const { chasing, now } = await lockChasing(tx, returnId)
    if (!mayChangeOwner({ owner: chasing.ownerId, to, by }))
      return { kind: 'taken', owner: chasing.owner ?? 'A colleague', organisation, since: chasing.ownedAt }
    const owner = colleague?.name ?? null
    if (chasing.ownerId !== to) {
      await setOwner(tx, returnId, to, now)
      const event = { returnId, kind: 'owner_changed', personId: by.id, decidedAt: now } as const
      await insertEvent(tx, { ...event, detail: { to: owner, tookOn: to === by.id } })
    }
    return { kind: 'changed', owner, organisation }
  })
