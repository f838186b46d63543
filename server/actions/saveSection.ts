import type { Arrival } from '../clock'
import { cellsOf, changeCells, changesSince } from '../db/cells'
import type { FoundReturn, OwnReturn } from '../db/foundReturn'
import { insertEvent } from '../db/history'
import { registerOf } from '../db/register'
import { lockReturn, personIn, setSaved, type Scope } from '../db/returns'
import { inTransaction, type Tx } from '../db/transaction'
import { sectionPhase } from '../domain/collections/opening'
import type { StaffRole } from '../domain/people/roles'
import { actorOf } from '../domain/returns/actor'
import { entriesAfter } from '../domain/returns/entries'
import { rule, type Refusal, type ReturnStatus } from '../domain/returns/lifecycle'
import type { Via } from '../domain/returns/via'
import type { Cell, Cells } from '../domain/survey/cells'
import { mergeChanges, type Conflict } from '../domain/survey/conflicts'
import { sectionCoded, type Section } from '../domain/survey/definition'
import { explanationChanges } from '../domain/survey/explaining'
import { progressOf } from '../domain/survey/progress'
import { readSection, type Changes, type Problem, type Typed } from '../domain/survey/readSection'
import { sectionsTouched } from '../domain/survey/reach'
import { sheetOf } from '../domain/survey/routing'
import type { Sheet } from '../domain/survey/sheet'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

export interface SaveSection {
  readonly scope: Scope
  /** Of somebody of the network, who enters figures on behalf of an employer. */
  readonly staffRole?: StaffRole
  readonly returnId: string
  readonly sectionCode: string
  readonly typed: Typed
  /** The return's version when the page was drawn; without it nothing can conflict. */
  readonly drawnAt: number | null
  readonly via: Via
  readonly arrival: Arrival
}

export type SectionSaved =
  | {
      readonly kind: 'saved'
      readonly version: number
      readonly savedAt: Date
      readonly problems: readonly Problem[]
      /** Cells others have changed since, to another value; all else has been saved. */
      readonly conflicts: readonly Conflict[]
      readonly sheet: Sheet
    }
  | { readonly kind: 'refused'; readonly because: Refusal; readonly found: FoundReturn }
  | { readonly kind: 'not_found' }

/** Keeps what can be read of one section, and says what cannot. */
export const saveSection = ({ db }: Pick<Services, 'db'>, save: SaveSection): Promise<SectionSaved> =>
  inTransaction<SectionSaved>(db, async (tx) => {
    const found = await lockReturn(tx, save.scope, save.returnId, save.arrival)
    if (!found) return { kind: 'not_found' }
    const definition = definitionOf(found.collection.code)
    const section = sectionCoded(definition, save.sectionCode)
    if (!section || section.filledBy || !isGiven(found, section)) return { kind: 'not_found' }

    const on = {
      status: found.status,
      phase: sectionPhase(found.openness, section.code, found.now),
      stands: found.openness.standingSince !== null,
    }
    const ruling = rule('edit', on, actorOf(found, save.staffRole))
    if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }

    return keep(tx, { save, found, section, status: ruling.to })
  })

const isGiven = (found: FoundReturn | OwnReturn, { code }: Section): boolean =>
  !('assigned' in found) || found.assigned === null || found.assigned.includes(code)

interface Keeping {
  readonly save: SaveSection
  readonly found: FoundReturn
  readonly section: Section
  /** The status that follows from a change. */
  readonly status: ReturnStatus
}

async function keep(tx: Tx, { save, found, section, status }: Keeping): Promise<SectionSaved> {
  const kept = await cellsOf(tx, found.id)
  const read = readSection(section, save.typed, kept)
  const since = await changedSince(tx, save, found)
  const merged = mergeChanges(read.changes, since, kept)
  const definition = definitionOf(found.collection.code)
  const sheetBefore = sheetOf(definition, await registerOf(tx, found, kept), kept)
  const explained = explanationChanges({ section, sheetBefore, changes: merged.changes, said: read.explanations })
  const { changes, conflicts } = mergeChanges({ ...read.changes, ...explained }, since, kept)
  const cells = changed(kept, changes)
  const sheet = sheetOf(definition, await registerOf(tx, found, cells), cells)
  const version = Object.keys(changes).length > 0 ? found.version + 1 : found.version
  if (version > found.version) await write(tx, { save, found, kept, changes, sheet, version, status })
  return { kind: 'saved', version, savedAt: found.now, problems: read.problems, conflicts, sheet }
}

const changedSince = async (tx: Tx, { drawnAt }: SaveSection, { id, version }: FoundReturn) =>
  drawnAt === null || drawnAt >= version ? [] : changesSince(tx, id, drawnAt)

const changed = (kept: Cells, changes: Changes): Cells =>
  Object.fromEntries(
    Object.entries<Cell | null>({ ...kept, ...changes }).filter((entry): entry is [string, Cell] => entry[1] !== null),
  )

interface Writing extends Omit<Keeping, 'section'> {
  readonly kept: Cells
  readonly changes: Changes
  readonly sheet: Sheet
  readonly version: number
}

async function write(tx: Tx, { save, found, kept, changes, sheet, version, status }: Writing): Promise<void> {
  const personId = personIn(save.scope)
  const at = { returnId: found.id, personId, decidedAt: found.now }
  await changeCells(tx, { ...at, changes, kept, version, via: save.via })
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
