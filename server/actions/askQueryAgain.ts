import type { Arrival } from '../clock'
import { lockQuery } from '../db/lockQuery'
import { insertLetters } from '../db/post'
import { findQuery, setAskedAgain } from '../db/queries'
import { insertQueryStep } from '../db/queryEvents'
import { peopleOf } from '../db/recipients'
import { lockReturn } from '../db/returns'
import { inTransaction } from '../db/transaction'
import { mayDo } from '../domain/queries/query'
import { labelAt } from '../domain/reading/labels'
import { aboutReturn } from '../mail/aboutReturn'
import { queryAsked } from '../mail/queryAsked'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface AskQueryAgain {
  readonly personId: string
  readonly queryId: string
  readonly question: string
  readonly arrival: Arrival
}

export type QueryAskedAgain =
  | { readonly kind: 'asked' }
  /** There is no answer to ask about: it waits for one, or has come to an end. */
  | { readonly kind: 'not_so' }
  | { readonly kind: 'not_found' }

/** Asks once more about a figure, where the answer will not do. */
export const askQueryAgain = ({ db, publicUrl }: Pick<Services, 'db' | 'publicUrl'>, ask: AskQueryAgain) =>
  inTransaction<QueryAskedAgain>(db, async (tx) => {
    const { personId, question } = ask
    const known = await findQuery(tx, ask.queryId)
    const found = known && (await lockReturn(tx, { network: personId }, known.returnId, ask.arrival))
    const query = found && (await lockQuery(tx, found.id, ask.queryId))
    if (!query) return { kind: 'not_found' }
    if (!mayDo('ask_again', query.state)) return { kind: 'not_so' }
    const decidedAt = found.now
    const definition = definitionOf(found.collection.code)
    await setAskedAgain(tx, query.id, question, decidedAt)
    await insertQueryStep(tx, { kind: 'query_asked', definition, query, says: question, personId, decidedAt })
    const label = labelAt(query.address, definition)
    const letter = queryAsked(aboutReturn(found, definition, publicUrl), [{ label, question }])
    const to = await peopleOf(tx, found.organisation.id, ['preparer'])
    const cause = `query_asked:${query.id}:${decidedAt.toISOString()}`
    await insertLetters(tx, { kind: 'query_asked', cause, returnId: found.id, decidedAt }, { letter, to })
    return { kind: 'asked' }
  })
