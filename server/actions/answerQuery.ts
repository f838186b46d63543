import type { Arrival } from '../clock'
import { lockQuery } from '../db/lockQuery'
import { setQueryAnswer } from '../db/queries'
import { insertQueryStep } from '../db/queryEvents'
import { lockReturn } from '../db/returns'
import { inTransaction } from '../db/transaction'
import { mayDo } from '../domain/queries/query'
import { isTheirs } from '../domain/reading/labels'
import type { Services } from '../services'
import { definitionOf } from '../surveys'

interface AnswerQuery {
  readonly personId: string
  readonly returnId: string
  readonly queryId: string
  readonly answer: string
  readonly arrival: Arrival
}

export type QueryAnswered =
  | { readonly kind: 'answered' }
  /** It waits for no answer: somebody was first, or it has come to an end. */
  | { readonly kind: 'not_asked' }
  | { readonly kind: 'not_found' }

/** Says why a figure is right; at any time, also after the cutoff. */
export const answerQuery = ({ db }: Pick<Services, 'db'>, { answer, personId, ...given }: AnswerQuery) =>
  inTransaction<QueryAnswered>(db, async (tx) => {
    const found = await lockReturn(tx, { employer: personId }, given.returnId, given.arrival)
    if (!found || !('assigned' in found)) return { kind: 'not_found' }
    const definition = definitionOf(found.collection.code)
    const query = await lockQuery(tx, found.id, given.queryId)
    if (!query || !isTheirs(found, query.address, definition)) return { kind: 'not_found' }
    if (!mayDo('answer', query.state)) return { kind: 'not_asked' }
    const decidedAt = found.now
    await setQueryAnswer(tx, query.id, { answer, answeredBy: personId, answeredAt: decidedAt })
    await insertQueryStep(tx, { kind: 'query_answered', definition, query, says: answer, personId, decidedAt })
    return { kind: 'answered' }
  })
