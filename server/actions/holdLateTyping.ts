import type { Arrival } from '../clock'
import { cellsOf, changesSince } from '../db/cells'
import { holdFields, letGo } from '../db/lateTyping'
import { lockReturn } from '../db/returns'
import { inTransaction } from '../db/transaction'
import { actorOf } from '../domain/returns/actor'
import { judgedSections } from '../domain/returns/editing'
import { givenSections } from '../domain/returns/givenSections'
import { lateFields } from '../domain/survey/lateTyping'
import type { Typed } from '../domain/survey/readSection'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface HoldLateTyping {
  readonly personId: string
  readonly returnId: string
  /** The letters of the sections it was typed in. */
  readonly sections: readonly string[]
  readonly typed: Typed
  /** It came in a spreadsheet, which says again all that it does not change. */
  readonly fromFile?: boolean
  /** The return's version when the page, or the spreadsheet, was drawn, where it is known. */
  readonly drawnAt: number | null
  readonly arrival: Arrival
}

/**
 * Holds what was typed in sections after they closed, so that it is not lost and can go along with a request for more
 * time. It is no part of the return: nothing of that changes.
 */
export const holdLateTyping = ({ db }: Pick<Services, 'db'>, late: HoldLateTyping): Promise<void> =>
  inTransaction(db, async (tx) => {
    const { personId: typedBy, typed, fromFile = false } = late
    const found = await lockReturn(tx, { employer: typedBy }, late.returnId, late.arrival)
    if (!found || !('assigned' in found)) return
    const definition = definitionOf(found.collection.code)
    const given = givenSections(definition, found.assigned).filter(({ code }) => late.sections.includes(code))
    const { shut } = judgedSections(found, given, actorOf(found, undefined))
    const closed = shut.filter(({ because }) => because === 'locked').map(({ section }) => section)
    if (closed.length === 0) return

    const version = Math.min(late.drawnAt ?? found.version, found.version)
    const now = { definition, kept: await cellsOf(tx, found.id), since: await changesSince(tx, found.id, version) }
    const fields = closed.flatMap((section) => lateFields(section, typed, now))
    const held = new Set(fields.map(({ name }) => name))
    const typedBack = Object.keys(typed).filter((name) => !held.has(name))
    await letGo(tx, found.id, { typedBy, names: typedBack, onlyFromFile: fromFile })
    await holdFields(tx, { returnId: found.id, typedBy, fromFile, version, decidedAt: found.now, fields })
  })
