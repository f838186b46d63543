import { isTheirs } from '../reading/labels'
import type { Address } from '../survey/cells'
import type { SurveyDefinition } from '../survey/definition'
import { atlasOf } from '../survey/places'

/** The fewest and the most characters in which something can be asked. */
export const SHORTEST_QUESTION = 10
export const LONGEST_QUESTION = 2_000
export const LONGEST_ANSWER = 4_000

/** Whether an address can be asked about: a question of the survey or one of its boxes, and theirs to read. */
export function mayAskAbout(
  found: { readonly assigned: readonly string[] | null },
  address: Address,
  definition: SurveyDefinition,
): boolean {
  const atlas = atlasOf(definition)
  const isThere = atlas.place(address) !== undefined || atlas.question(address)?.question.code === address
  return isThere && isTheirs(found, address, definition)
}

interface Asked {
  readonly address: Address | null
  readonly askedById: string
}

/** Whether somebody may read what a colleague asked: a contributor, their own and those about the sections they have. */
export const mayReadQuestion = (
  found: { readonly assigned: readonly string[] | null },
  personId: string,
  { address, askedById }: Asked,
  definition: SurveyDefinition,
): boolean =>
  found.assigned === null || (address === null ? askedById === personId : isTheirs(found, address, definition))

/** The question of the survey that an address belongs to: what was asked about one of its boxes is about it. */
export const questionOf = (address: Address): string => address.split('.')[0] ?? address
