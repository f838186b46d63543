import type { QueryState } from '../domain/queries/query'
import type { Address, Cells } from '../domain/survey/cells'
import type { Tx } from './transaction'

export interface LockedQuery {
  readonly id: string
  readonly returnId: string
  readonly address: Address
  readonly figures: Cells
  readonly state: QueryState
  readonly askedAt: Date | null
  readonly correctingAt: Date | null
}

export const lockedColumns = ['id', 'returnId', 'address', 'figures', 'state', 'askedAt', 'correctingAt'] as const

/** A question about a figure of one return: nobody else does anything to it until the transaction ends. */
export const lockQuery = (tx: Tx, returnId: string, id: string): Promise<LockedQuery | undefined> =>
  tx
    .selectFrom('queries')
    .select(lockedColumns)
    .where('id', '=', id)
    .where('returnId', '=', returnId)
    .where('askedAt', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
