import type { OpeningKind } from '../domain/collections/opening'
import { endOfDay } from '../domain/collections/calendar'
import type { ReturnStatus } from '../domain/returns/lifecycle'
import type { FoundReturn } from './foundReturn'
import { insertEvent } from './history'
import { insertOpening } from './openings'
import { setStatus } from './returns'
import type { Tx } from './transaction'

export interface GivenOpening {
  readonly kind: OpeningKind
  /** London date, YYYY-MM-DD: that whole day counts. */
  readonly untilDay: string
  readonly reason: string
  /** Which sections; none means all. */
  readonly sections: readonly string[]
  /** Who had asked for it, where somebody had. */
  readonly askedBy: string | null
  readonly grantedBy: string
}

const events = { extension: 'extended', reopening: 'reopened' } as const

/** Opens a locked return as was ruled, and writes down what happened; the opening's id. */
export async function keepOpening(
  tx: Tx,
  found: FoundReturn,
  { to, ...given }: GivenOpening & { readonly to: ReturnStatus },
): Promise<string> {
  const { untilDay, reason, kind, grantedBy, askedBy } = given
  const at = { returnId: found.id, decidedAt: found.now }
  const sections = given.sections.length > 0 ? given.sections : null
  if (to !== found.status) await setStatus(tx, found.id, to)
  const untilAt = endOfDay(untilDay)
  const id = await insertOpening(tx, { ...at, kind, untilAt, reason, sections, askedBy, grantedBy })
  await insertEvent(tx, { ...at, kind: events[kind], detail: { untilDay, reason, sections }, personId: grantedBy })
  return id
}
