import type { Arrival } from '../clock'
import { cellsOf, changesSince } from '../db/cells'
import type { FoundReturn, OwnReturn } from '../db/foundReturn'
import { keepChanges } from '../db/keepChanges'
import { registerOf } from '../db/register'
import { lockReturn, personIn, type Scope } from '../db/returns'
import { inTransaction, type Tx } from '../db/transaction'
import type { StaffRole } from '../domain/people/roles'
import { actorOf } from '../domain/returns/actor'
import { editRuling } from '../domain/returns/editing'
import type { Refusal, ReturnStatus } from '../domain/returns/lifecycle'
import type { Via } from '../domain/returns/via'
import type { Conflict } from '../domain/survey/conflicts'
import { sectionCoded, type Section } from '../domain/survey/definition'
import { mergeReads } from '../domain/survey/mergeReads'
import { readSection, type Problem, type Typed } from '../domain/survey/readSection'
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
    const section = sectionCoded(definitionOf(found.collection.code), save.sectionCode)
    if (!section || section.filledBy || !isGiven(found, section)) return { kind: 'not_found' }

    const ruling = editRuling(found, section.code, actorOf(found, save.staffRole))
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
  const definition = definitionOf(found.collection.code)
  const read = readSection(section, save.typed, kept)
  const since = await changedSince(tx, save, found)
  const before = sheetOf(definition, await registerOf(tx, found, kept), kept)
  const { changes, conflicts } = mergeReads({ reads: [{ section, read }], since, before, kept })
  const keeping = { found, definition, kept, changes, personId: personIn(save.scope), via: save.via, status }
  const { version, sheet } = await keepChanges(tx, keeping)
  return { kind: 'saved', version, savedAt: found.now, problems: read.problems, conflicts, sheet }
}

const changedSince = async (tx: Tx, { drawnAt }: SaveSection, { id, version }: FoundReturn) =>
  drawnAt === null || drawnAt >= version ? [] : changesSince(tx, id, drawnAt)
