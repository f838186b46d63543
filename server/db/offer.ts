import type { Address } from '../domain/survey/cells'
import type { Conflict } from '../domain/survey/conflicts'
import type { Section } from '../domain/survey/definition'
import { mergeReads } from '../domain/survey/mergeReads'
import { readSection, type Changes, type Problem, type Typed } from '../domain/survey/readSection'
import { changesSince } from './cells'
import type { FoundReturn } from './foundReturn'
import { sheetOfReturn } from './sheetOfReturn'
import { draftOfReturn, type DefinitionOf, type Draft } from './sisters'
import type { Reader } from './transaction'

/** What was typed apart from a return's pages: in a spreadsheet, or after they had closed. */
export interface TypedApart {
  readonly typed: Typed
  /** The return's version that it began with. */
  readonly version: number
}

/** What putting it in would do to the return as it now is. */
export interface Offer {
  readonly changes: Changes
  /** Boxes that have been changed since to something else: somebody must choose. */
  readonly conflicts: readonly Conflict[]
  readonly problems: readonly Problem[]
  readonly draft: Draft
}

interface Offered {
  readonly apart: TypedApart
  /** Those that can be changed now. */
  readonly sections: readonly Section[]
  /** Boxes for which what was typed apart has been chosen over what others made of them. */
  readonly chosen?: ReadonlySet<Address>
}

/** Compares what was typed apart with the return as it is now, as saving the pages would. Writes nothing. */
export async function offerOf(
  db: Reader,
  found: FoundReturn,
  definitionOf: DefinitionOf,
  { apart, sections, chosen = new Set() }: Offered,
): Promise<Offer> {
  const draft = await draftOfReturn(db, found, definitionOf)
  const before = await sheetOfReturn(db, found, definitionOf(found.collection.code), draft.cells)
  const since = (await changesSince(db, found.id, apart.version)).filter(({ address }) => !chosen.has(address))
  const reads = sections.map((section) => ({ section, read: readSection(section, apart.typed, draft.cells) }))
  const problems = reads.flatMap(({ read }) => read.problems)
  return { ...mergeReads({ reads, since, before, kept: draft.cells }), problems, draft }
}
