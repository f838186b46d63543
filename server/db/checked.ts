import { sql } from 'kysely'
import type { Checked } from '../domain/checks/found'
import type { Address, Cells } from '../domain/survey/cells'
import type { Reader } from './transaction'

/** The cells of a submission at some addresses. */
const cellsAt = (submissions: string, addresses: readonly Address[]) =>
  sql<Cells>`(select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(${sql.ref(`${submissions}.cells`)})
    where key = any(${addresses}::text[]))`

/** What stands submitted in a collection at some addresses, beside what was submitted last time. */
export async function checkedIn(
  db: Reader,
  { id, addresses }: { readonly id: string; readonly addresses: readonly Address[] },
): Promise<Checked[]> {
  const rows = await db
    .selectFrom('returns')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .innerJoin('submissions', 'submissions.id', 'returns.standingSubmissionId')
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('returns as earlier')
          .innerJoin('collections as before', 'before.id', 'earlier.collectionId')
          .innerJoin('submissions as last', 'last.id', 'earlier.standingSubmissionId')
          .select(cellsAt('last', addresses).as('lastCells'))
          .whereRef('earlier.organisationId', '=', 'returns.organisationId')
          .whereRef('before.cutoffAt', '<', 'collections.cutoffAt')
          .orderBy('before.cutoffAt', 'desc')
          .limit(1)
          .as('lastTime'),
      (join) => join.onTrue(),
    )
    .select([
      'returns.id as returnId',
      'submissions.id as submissionId',
      'submissions.explained',
      'organisations.name',
      'organisations.code',
      'organisations.type',
      cellsAt('submissions', addresses).as('cells'),
      'lastTime.lastCells',
    ])
    .where('returns.collectionId', '=', id)
    .orderBy('organisations.name')
    .execute()
  return rows.map(({ name, code, type, lastCells, ...row }) => ({
    ...row,
    organisation: { name, code, type },
    before: lastCells ?? {},
  }))
}

/** What has been asked or dismissed of checks in a collection, each for the figures it was asked about. */
export async function raisedIn(db: Reader, collectionId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('queries')
    .innerJoin('returns', 'returns.id', 'queries.returnId')
    .select(['queries.returnId', 'queries.rule', 'queries.address', 'queries.compared'])
    .where('returns.collectionId', '=', collectionId)
    .where('queries.rule', 'is not', null)
    .execute()
  return new Set(
    rows.map(({ returnId, rule, address, compared }) => raisedKey(returnId, rule ?? '', address, compared)),
  )
}

/** One figure of one return that one check found, for as long as it is compared with the same. */
export const raisedKey = (returnId: string, rule: string, address: Address, compared: string): string =>
  [returnId, rule, address, compared].join(' ')
