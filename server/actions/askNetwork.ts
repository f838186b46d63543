import type { Arrival } from '../clock'
import { insertQuestion } from '../db/questions'
import { lockReturn } from '../db/returns'
import { inTransaction } from '../db/transaction'
import { mayAskAbout } from '../domain/returns/asking'
import type { Address } from '../domain/survey/cells'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface AskNetwork {
  /** Of the form it was asked with, a UUID. */
  readonly id: string
  readonly personId: string
  readonly returnId: string
  /** A question of the survey or one of its boxes; null is the whole return. */
  readonly about: Address | null
  readonly question: string
  readonly arrival: Arrival
}

export type NetworkAsked = { readonly kind: 'asked' } | { readonly kind: 'not_found' }

/** Asks the network something about a return; at any time, also after the cutoff. */
export const askNetwork = ({ db }: Pick<Services, 'db'>, { id, about, question, ...ask }: AskNetwork) =>
  inTransaction<NetworkAsked>(db, async (tx) => {
    const found = await lockReturn(tx, { employer: ask.personId }, ask.returnId, ask.arrival)
    if (!found || !('assigned' in found)) return { kind: 'not_found' }
    const isTheirs = about === null || mayAskAbout(found, about, definitionOf(found.collection.code))
    if (!isTheirs) return { kind: 'not_found' }
    await insertQuestion(tx, {
      id,
      returnId: found.id,
      address: about,
      question,
      askedBy: ask.personId,
      decidedAt: found.now,
    })
    return { kind: 'asked' }
  })
