import type { Actor, ReturnStatus } from '../domain/returns/lifecycle'
import type { Via } from '../domain/returns/via'
import type { Address } from '../domain/survey/cells'
import type { Section } from '../domain/survey/definition'
import { changesSince } from './cells'
import type { FoundReturn } from './foundReturn'
import { keepChanges } from './keepChanges'
import { offerOf, type TypedApart } from './offer'
import type { DefinitionOf } from './sisters'
import type { Tx } from './transaction'

/** Which of two answers to keep: what was typed apart, or what stands there now. */
export type Choice = 'mine' | 'theirs'

interface PuttingIn {
  /** The return, locked. */
  readonly found: FoundReturn
  readonly definitionOf: DefinitionOf
  readonly apart: TypedApart
  /** Those it goes into: all of them are open. */
  readonly sections: readonly Section[]
  /** The return's version when the page was drawn on which the choices were made. */
  readonly seenAt: number
  readonly choices: ReadonlyMap<Address, Choice>
  readonly personId: string
  readonly by: Actor
  readonly via: Via
  /** The status that follows from a change. */
  readonly status: ReturnStatus
}

export type PutIn =
  | { readonly kind: 'put_in'; readonly addresses: readonly Address[]; readonly left: number }
  /** The same boxes have been changed since, and no choice was made: nothing has been written. */
  | { readonly kind: 'undecided'; readonly addresses: readonly Address[] }

/** Puts what was typed apart from its pages into a return. A choice counts that was made knowing what stands there now. */
export async function putIn(tx: Tx, putting: PuttingIn): Promise<PutIn> {
  const { found, definitionOf, apart, sections, personId, by, via, status } = putting
  const unseen = new Set((await changesSince(tx, found.id, putting.seenAt)).map(({ address }) => address))
  const seen = [...putting.choices].filter(([address]) => !unseen.has(address))
  const made = (wanted: Choice) => new Set(seen.filter(([, choice]) => choice === wanted).map(([address]) => address))
  const left = made('theirs')
  const offer = await offerOf(tx, found, definitionOf, { apart, sections, chosen: made('mine') })
  const undecided = offer.conflicts.map(({ address }) => address).filter((address) => !left.has(address))
  if (undecided.length > 0) return { kind: 'undecided', addresses: undecided }

  const { changes, draft } = offer
  await keepChanges(tx, { found, definitionOf, draft, changes, personId, by, via, status })
  return { kind: 'put_in', addresses: Object.keys(changes), left: offer.conflicts.length }
}
