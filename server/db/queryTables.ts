import type { EndedHow, QueryState } from '../domain/queries/query'
import type { Cell } from '../domain/survey/cells'
import type { Generated } from 'kysely'
import type { Json } from './columns'

/** What the network asks about figures: one entry per table, its columns in the table's own order. */
export interface QueryTables {
  correctionPermits: {
    id: Generated<string>
    collectionId: string
    days: number
    lastDay: string
    grantedBy: string
    decidedAt: Date
    endedBy: string | null
    endedAt: Date | null
  }
  queries: {
    id: string
    returnId: string
    submissionId: string
    address: string
    rule: string | null
    figures: Json<Readonly<Record<string, Cell>>>
    compared: string
    question: string | null
    state: QueryState
    partnerId: string | null
    raisedBy: string
    decidedAt: Date
    askedAt: Date | null
    answer: string | null
    answeredBy: string | null
    answeredAt: Date | null
    correctingAt: Date | null
    endedHow: EndedHow | null
    endedWhy: string | null
    endedBy: string | null
    endedAt: Date | null
  }
}
