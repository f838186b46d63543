import { entriesAfter } from '../domain/returns/entries'
import type { ReturnStatus } from '../domain/returns/lifecycle'
import type { Via } from '../domain/returns/via'
import type { Address, Cells } from '../domain/survey/cells'
import type { SurveyDefinition } from '../domain/survey/definition'
import { progressOf } from '../domain/survey/progress'
import { sectionsTouched } from '../domain/survey/reach'
import type { Changes } from '../domain/survey/readSection'
import type { Sheet } from '../domain/survey/sheet'
import { withChanges } from '../domain/survey/withChanges'
import type { FoundReturn } from './foundReturn'
import { insertEvent } from './history'
import { keepSave } from './saves'
import { sheetAgain, sheetOfReturn } from './sheetOfReturn'
import type { Tx } from './transaction'

export interface Writing {
  /** The return, locked. */
  readonly found: FoundReturn
  readonly definition: SurveyDefinition
  readonly kept: Cells
  /** The return as it was laid out before the changes, where it was: all that is asked of others is asked once. */
  readonly before?: Sheet
  /** What differs, and is not nothing. */
  readonly changes: Changes
  readonly personId: string
  readonly via: Via
  /** Changes that came by another route than `via`. */
  readonly viaAt?: Readonly<Record<Address, Via>>
  /** The status that follows from a change. */
  readonly status: ReturnStatus
  /** Sections to be judged again besides those the changes touch. */
  readonly alsoJudged?: readonly string[]
}

/**
 * The one way in which cells of a return are changed: what differs is written and rubbed out, the return counts one
 * version on, the sections it touches are judged again, and what follows is written down.
 */
export async function writeChanges(tx: Tx, writing: Writing): Promise<{ version: number; sheet: Sheet }> {
  const { found, definition, kept, changes, personId, status, before } = writing
  const version = found.version + 1
  const at = { returnId: found.id, personId, decidedAt: found.now }
  const cells = withChanges(kept, changes)
  const sheet = await (before ? sheetAgain(tx, found, before, cells) : sheetOfReturn(tx, found, definition, cells))
  const touched = [...sectionsTouched(definition, Object.keys(changes)), ...(writing.alsoJudged ?? [])]
  await keepSave(tx, {
    ...at,
    changes,
    kept,
    status,
    version,
    via: writing.via,
    viaAt: writing.viaAt ?? {},
    progress: { ...found.progress, ...progressOf(sheet, touched) },
    entries: entriesAfter(found.entries, definition, changes),
  })
  if (found.status === 'not_started') await insertEvent(tx, { ...at, kind: 'started' })
  if (found.status === 'awaiting_signature') await insertEvent(tx, { ...at, kind: 'signature_undone' })
  return { version, sheet }
}
