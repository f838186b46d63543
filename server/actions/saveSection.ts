import type { Arrival } from '../clock'
import { changesSince } from '../db/cells'
import type { FoundReturn, OwnReturn } from '../db/foundReturn'
import { keepChanges } from '../db/keepChanges'
import { lockReturn, personIn, type Scope } from '../db/returns'
import { sheetOfReturn } from '../db/sheetOfReturn'
import { draftOfReturn } from '../db/sisters'
import { inTransaction, type Tx } from '../db/transaction'
import type { StaffRole } from '../domain/people/roles'
import { actorOf } from '../domain/returns/actor'
import { editRuling } from '../domain/returns/editing'
import type { Actor, Refusal, ReturnStatus } from '../domain/returns/lifecycle'
import type { Via } from '../domain/returns/via'
import type { Address } from '../domain/survey/cells'
import type { Conflict } from '../domain/survey/conflicts'
import { sectionCoded, type Section } from '../domain/survey/definition'
import { explanationAddress } from '../domain/survey/explanations'
import { stillToConfirm } from '../domain/survey/lastTime'
import { mergeReads } from '../domain/survey/mergeReads'
import { readSection, type Changes, type Problem, type Typed } from '../domain/survey/readSection'
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
      /** Cells of the section that have been changed since the page was drawn, which does not show it yet. */
      readonly changedSince: readonly Address[]
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

    const by = actorOf(found, save.staffRole)
    const ruling = editRuling(found, section.code, by)
    if (!ruling.ok) return { kind: 'refused', because: ruling.because, found }

    return keep(tx, { save, found, section, by, status: ruling.to })
  })

const isGiven = (found: FoundReturn | OwnReturn, { code }: Section): boolean =>
  !('assigned' in found) || found.assigned === null || found.assigned.includes(code)

interface Keeping {
  readonly save: SaveSection
  readonly found: FoundReturn
  readonly section: Section
  readonly by: Actor
  /** The status that follows from a change. */
  readonly status: ReturnStatus
}

async function keep(tx: Tx, { save, found, section, by, status }: Keeping): Promise<SectionSaved> {
  const draft = await draftOfReturn(tx, found, definitionOf)
  const kept = draft.cells
  const before = await sheetOfReturn(tx, found, definitionOf(found.collection.code), kept)
  const read = readSection(section, save.typed, kept)
  const again = saidAgain(section, { typed: save.typed, read: read.changes, before })
  const since = await changedSince(tx, save, found)
  const reads = [{ section, read: { ...read, changes: { ...read.changes, ...again } } }]
  const { changes, conflicts } = mergeReads({ reads, since, before, kept })
  const viaAt = Object.fromEntries(Object.keys(again).map((address) => [address, 'carried_forward' as const]))
  const keeping = {
    found,
    definitionOf,
    draft,
    before,
    changes,
    personId: personIn(save.scope),
    by,
    via: save.via,
    viaAt,
    status,
  }
  const { version, sheet } = await keepChanges(tx, keeping)
  const told = new Set([...Object.keys(changes), ...conflicts.map(({ address }) => address)])
  const unseen = since.map(({ address }) => address).filter((address) => !told.has(address))
  return {
    kind: 'saved',
    version,
    savedAt: found.now,
    problems: read.problems,
    conflicts,
    changedSince: unseen.filter((address) => isOf(section, address)),
    sheet,
  }
}

/** Whether something is kept in a section: at one of its questions, or as the explanation of one of its rules. */
const isOf = ({ questions, rules }: Section, address: Address): boolean =>
  questions.some(({ code }) => code === address.split('.')[0]) ||
  rules.some(({ code }) => explanationAddress(code) === address)

interface Saying {
  readonly typed: Typed
  /** What was typed beside it: an answer of this time goes before one of last time. */
  readonly read: Changes
  readonly before: Sheet
}

/** "Yes, it is": what was said last time, pressed deliberately, for one question. */
function saidAgain({ questions }: Section, { typed, read, before }: Saying): Changes {
  const question = questions.find(({ code }) => code === typed['still-correct'])
  const confirmed = question && stillToConfirm(question.code, before)
  return confirmed && !(question.code in read) ? { [question.code]: confirmed.cell } : {}
}

const changedSince = async (tx: Tx, { drawnAt }: SaveSection, { id, version }: FoundReturn) =>
  drawnAt === null || drawnAt >= version ? [] : changesSince(tx, id, drawnAt)
