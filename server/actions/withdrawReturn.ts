import type { Arrival } from '../clock'
import { coverOrganisations, lockWithCovered } from '../db/covering'
import type { FoundReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { lockReturn, setStanding } from '../db/returns'
import { inTransaction } from '../db/transaction'
import { withdrawalPhase } from '../domain/collections/opening'
import { actorOf } from '../domain/returns/actor'
import { rule, type Refusal } from '../domain/returns/lifecycle'
import type { Services } from '../services'

interface WithdrawReturn {
  readonly personId: string
  readonly returnId: string
  readonly arrival: Arrival
}

export type Withdrawn =
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  | { readonly kind: 'not_found' }

/** Takes a submission back to draft, before the cutoff: it no longer stands, and stays as it was; whoever it covered is on its own. */
export const withdrawReturn = ({ db }: Pick<Services, 'db'>, { personId, returnId, arrival }: WithdrawReturn) =>
  inTransaction<Withdrawn>(db, async (tx) => {
    await lockWithCovered(tx, [returnId])
    const found = await lockReturn(tx, { employer: personId }, returnId, arrival)
    if (!found) return { kind: 'not_found' }
    const on = {
      status: found.status,
      phase: withdrawalPhase(found.openness, found.now),
      stands: found.openness.standingSince !== null,
    }
    const ruling = rule('withdraw', on, actorOf(found, undefined))
    if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }

    await setStanding(tx, found.id, { status: ruling.to, submissionId: null, at: found.now })
    await insertEvent(tx, { returnId: found.id, kind: 'withdrawn', personId, decidedAt: found.now })
    await coverOrganisations(tx, found, [])
    return { kind: 'withdrawn' }
  })
