import type { Via } from '../domain/returns/via'
import type { Address } from '../domain/survey/cells'
import type { Reader } from './transaction'

/** Who changed a cell last, when and by which route. */
export interface LastChange {
  readonly address: Address
  readonly by: string | null
  readonly via: Via
  readonly decidedAt: Date
}

/** The last change of every cell that was changed after one version of a return, up to another. */
export const lastChangesBetween = (
  db: Reader,
  returnId: string,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<LastChange[]> =>
  db
    .selectFrom('cellChanges')
    .leftJoin('people', 'people.id', 'cellChanges.personId')
    .select(['address', 'people.name as by', 'via', 'decidedAt'])
    .where('returnId', '=', returnId)
    .where('version', '>', after)
    .where('version', '<=', upTo)
    .distinctOn('address')
    .orderBy('address')
    .orderBy('cellChanges.id', 'desc')
    .execute()
