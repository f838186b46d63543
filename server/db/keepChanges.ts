import { entriesAfter } from '../domain/returns/entries'
import type { ReturnStatus } from '../domain/returns/lifecycle'
import type { Via } from '../domain/returns/via'
import type { Cells } from '../domain/survey/cells'
import type { SurveyDefinition } from '../domain/survey/definition'
import { progressOf } from '../domain/survey/progress'
import { sectionsTouched } from '../domain/survey/reach'
import type { Changes } from '../domain/survey/readSection'
import { sheetOf } from '../domain/survey/routing'
import type { Sheet } from '../domain/survey/sheet'
import { withChanges } from '../domain/survey/withChanges'
import { changeCells } from './cells'
import type { FoundReturn } from './foundReturn'
import { insertEvent } from './history'
import { registerOf } from './register'
import { setSaved } from './returns'
import type { Tx } from './transaction'

export interface ChangesToKeep {
  /** The return, locked. */
  readonly found: FoundReturn
  readonly definition: SurveyDefinition
  readonly kept: Cells
  readonly changes: Changes
  readonly personId: string
  readonly via: Via
  /** The status that follows from a change. */
  readonly status: ReturnStatus
}

/**
 * The one way in which cells of a return are changed: what differs is written and rubbed out, the return counts one
 * version on, the sections it touches are judged again, and what follows is written down. Without changes nothing is.
 */
export async function keepChanges(tx: Tx, keep: ChangesToKeep): Promise<{ version: number; sheet: Sheet }> {
  const { found, definition, kept, changes } = keep
  const cells = withChanges(kept, changes)
  const sheet = sheetOf(definition, await registerOf(tx, found, cells), cells)
  if (Object.keys(changes).length === 0) return { version: found.version, sheet }
  const version = found.version + 1
  await write(tx, keep, sheet, version)
  return { version, sheet }
}

async function write(tx: Tx, keep: ChangesToKeep, sheet: Sheet, version: number): Promise<void> {
  const { found, kept, changes, personId, via, status } = keep
  const at = { returnId: found.id, personId, decidedAt: found.now }
  await changeCells(tx, { ...at, changes, kept, version, via })
  const touched = sectionsTouched(sheet.definition, Object.keys(changes))
  await setSaved(tx, found.id, {
    status,
    version,
    progress: { ...found.progress, ...progressOf(sheet, touched) },
    entries: entriesAfter(found.entries, sheet.definition, changes),
    savedBy: personId,
    savedAt: found.now,
  })
  if (found.status === 'not_started') await insertEvent(tx, { ...at, kind: 'started' })
  if (found.status === 'awaiting_signature') await insertEvent(tx, { ...at, kind: 'signature_undone' })
}
