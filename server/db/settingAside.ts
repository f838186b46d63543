import type { ReturnStatus } from '../domain/returns/lifecycle'
import type { FoundReturn } from './foundReturn'
import type { Tx } from './transaction'

/** The network sets a return aside; what it was before is remembered. */
export async function setAside(
  tx: Tx,
  { id, status, setAsideFrom }: FoundReturn,
  becomes: ReturnStatus,
): Promise<void> {
  await tx
    .updateTable('returns')
    .set({ status: becomes, setAsideFrom: setAsideFrom ?? status })
    .where('id', '=', id)
    .execute()
}

/** It is again what it was; where that is not known, what has been saved in it tells. */
export async function setRequired(tx: Tx, { id, setAsideFrom, lastSavedAt }: FoundReturn): Promise<void> {
  const status = setAsideFrom ?? (lastSavedAt === null ? 'not_started' : 'in_progress')
  await tx.updateTable('returns').set({ status, setAsideFrom: null }).where('id', '=', id).execute()
}
