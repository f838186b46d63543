import { sql } from 'kysely'
import type { Telephoned } from '../domain/returns/telephoned'
import { prepared } from './prepared'
import type { Reader } from './transaction'

/** The cells of a return that stand as somebody of the network entered them, and who that was. */
export const telephonedIn = (db: Reader, returnId: string): Promise<Telephoned[]> => telephonedRows(db, { returnId })

const telephonedRows = prepared('telephoned', (db, { returnId }: { readonly returnId: string }) =>
  db
    .selectFrom('cellChanges')
    .innerJoin('people', 'people.id', 'cellChanges.personId')
    .select(['address', 'people.name as by', 'decidedAt as at'])
    .where('returnId', '=', returnId)
    .where('via', '=', 'telephone')
    .where(
      sql<boolean>`not exists (
        select from cell_changes later where later.return_id = cell_changes.return_id
          and later.address = cell_changes.address and later.id > cell_changes.id)`,
    )
    .orderBy('cellChanges.id'),
)
