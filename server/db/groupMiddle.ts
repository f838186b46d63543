import { sql } from 'kysely'
import type { Address } from '../domain/survey/cells'
import type { OrganisationType } from '../domain/survey/expression'
import type { Reader } from './transaction'

/** The middle of what organisations of one type have submitted at an address, and of how many. For the network only. */
export const groupMiddle = (
  db: Reader,
  of: { readonly collectionId: string; readonly type: OrganisationType; readonly address: Address },
): Promise<{ readonly middle: number | null; readonly count: number }> =>
  db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .innerJoin('submissions', 'submissions.id', 'returns.standingSubmissionId')
    .select([
      sql<
        number | null
      >`percentile_cont(0.5) within group (order by (submissions.cells -> ${of.address} ->> 'value')::float8)`.as(
        'middle',
      ),
      sql<number>`count(*)`.as('count'),
    ])
    .where('returns.collectionId', '=', of.collectionId)
    .where('organisations.type', '=', of.type)
    .where(sql<boolean>`jsonb_typeof(submissions.cells -> ${of.address} -> 'value') = 'number'`)
    .executeTakeFirstOrThrow()
