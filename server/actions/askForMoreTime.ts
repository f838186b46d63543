import type { Arrival } from '../clock'
import { insertEvent } from '../db/history'
import { insertOpeningRequest } from '../db/openingRequests'
import { lockReturn } from '../db/returns'
import { inTransaction } from '../db/transaction'
import type { Typed } from '../domain/survey/readSection'
import type { Services } from '../services'

interface AskForMoreTime {
  readonly personId: string
  readonly returnId: string
  readonly reason: string
  /** The London day hoped for, YYYY-MM-DD. */
  readonly untilDay: string | null
  /** What was typed too late: kept with the request, not part of the return. */
  readonly typed: Typed
  readonly arrival: Arrival
}

export type Asked = { readonly kind: 'asked' } | { readonly kind: 'not_found' }

/** Asks the network for more time, or to have a return back; at any time, also after the cutoff. */
export const askForMoreTime = ({ db }: Pick<Services, 'db'>, ask: AskForMoreTime) =>
  inTransaction<Asked>(db, async (tx) => {
    const found = await lockReturn(tx, { employer: ask.personId }, ask.returnId, ask.arrival)
    if (!found) return { kind: 'not_found' }
    const { reason, untilDay, typed, personId } = ask
    const at = { returnId: found.id, decidedAt: found.now }
    await insertOpeningRequest(tx, { ...at, reason, untilDay, typed, askedBy: personId })
    await insertEvent(tx, { ...at, kind: 'more_time_asked', detail: { reason, untilDay }, personId })
    return { kind: 'asked' }
  })
