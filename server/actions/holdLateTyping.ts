import type { Arrival } from '../clock'
import { cellsOf } from '../db/cells'
import { holdFields, letGo } from '../db/lateTyping'
import { lockReturn } from '../db/returns'
import { inTransaction } from '../db/transaction'
import { actorOf } from '../domain/returns/actor'
import { editRuling } from '../domain/returns/editing'
import { sectionCoded } from '../domain/survey/definition'
import { lateFields } from '../domain/survey/lateTyping'
import type { Typed } from '../domain/survey/readSection'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface HoldLateTyping {
  readonly personId: string
  readonly returnId: string
  readonly sectionCode: string
  readonly typed: Typed
  /** The return's version when the page was drawn, where it is known. */
  readonly drawnAt: number | null
  readonly arrival: Arrival
}

/**
 * Holds what was typed in a section after it closed, so that it is not lost and can go along with a request for more
 * time. It is no part of the return: nothing of that changes.
 */
export const holdLateTyping = ({ db }: Pick<Services, 'db'>, late: HoldLateTyping): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { personId, typed } = late
    const found = await lockReturn(tx, { employer: personId }, late.returnId, late.arrival)
    if (!found) return
    const definition = definitionOf(found.collection.code)
    const section = sectionCoded(definition, late.sectionCode)
    const ruling = section && editRuling(found, section.code, actorOf(found, undefined))
    if (!section || !ruling || ruling.ok || ruling.because !== 'locked') return

    const fields = lateFields(section, typed, { definition, kept: await cellsOf(tx, found.id) })
    const held = new Set(fields.map(({ name }) => name))
    const typedBack = Object.keys(typed).filter((name) => !held.has(name))
    const version = Math.min(late.drawnAt ?? found.version, found.version)
    await letGo(tx, found.id, { typedBy: personId, names: typedBack })
    await holdFields(tx, { returnId: found.id, typedBy: personId, version, decidedAt: found.now, fields })
  })
