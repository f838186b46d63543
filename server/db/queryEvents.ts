import type { EventKind } from '../domain/returns/history'
import { labelAt } from '../domain/reading/labels'
import type { Address } from '../domain/survey/cells'
import type { SurveyDefinition } from '../domain/survey/definition'
import { insertEvent } from './history'
import type { Tx } from './transaction'

export interface QueryStep {
  readonly kind: Extract<EventKind, `query_${string}`>
  readonly definition: SurveyDefinition
  readonly query: { readonly id: string; readonly returnId: string; readonly address: Address }
  /** What was asked or answered, or why. */
  readonly says: string
  readonly personId: string
  readonly decidedAt: Date
}

/** Writes down one step of a question about a figure: in the past of its return, and so of its cell. */
export const insertQueryStep = (tx: Tx, { kind, definition, query, says, ...at }: QueryStep): Promise<void> =>
  insertEvent(tx, {
    ...at,
    kind,
    returnId: query.returnId,
    detail: { query: query.id, address: query.address, label: labelAt(query.address, definition), says },
  })
