import type { Conflict } from '../domain/survey/conflicts'
import type { Section } from '../domain/survey/definition'
import { lateMerged } from '../domain/survey/lateTyping'
import type { Address } from '../domain/survey/cells'
import type { Changes, Problem } from '../domain/survey/readSection'
import { changesSince } from './cells'
import type { FoundReturn } from './foundReturn'
import type { OpeningRequest } from './openingRequests'
import { sheetOfReturn } from './sheetOfReturn'
import { draftOfReturn, type DefinitionOf, type Draft } from './sisters'
import type { Reader } from './transaction'

/** What putting in what was typed too late would do to a return as it now is. */
export interface LateOffer {
  readonly changes: Changes
  /** Boxes that have been changed since to something else: somebody must choose. */
  readonly conflicts: readonly Conflict[]
  readonly problems: readonly Problem[]
  readonly draft: Draft
}

interface Asked {
  readonly request: Pick<OpeningRequest, 'typed' | 'version'>
  /** Those that can be changed now. */
  readonly sections: readonly Section[]
  /** Boxes for which what was typed has been chosen over what others made of them. */
  readonly chosen?: ReadonlySet<Address>
}

/** Compares what was typed too late with the return as it is now. Writes nothing. */
export async function lateOfferOf(
  db: Reader,
  found: FoundReturn,
  definitionOf: DefinitionOf,
  { request, sections, chosen = new Set() }: Asked,
): Promise<LateOffer> {
  const draft = await draftOfReturn(db, found, definitionOf)
  const before = await sheetOfReturn(db, found, definitionOf(found.collection.code), draft.cells)
  const since = (await changesSince(db, found.id, request.version)).filter(({ address }) => !chosen.has(address))
  return { ...lateMerged({ typed: request.typed, sections, since, before, kept: draft.cells }), draft }
}
