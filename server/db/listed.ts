import { sql } from 'kysely'
import type { ReturnStatus } from '../domain/returns/lifecycle'
import type { OrganisationType } from '../domain/survey/expression'
import type { Progress } from '../domain/survey/progress'
import type { RegisteredOrganisation } from '../domain/survey/register'
import type { FoundCollection } from './collections'
import type { Part } from './exports'
import type { Reader } from './transaction'

/** Collections by their codes, from one on. */
export async function collectionsPart(db: Reader, { after = '', limit }: Part): Promise<FoundCollection[]> {
  return db
    .selectFrom('collections')
    .select(['id', 'code', 'title', 'opensAt', 'cutoffAt', sql<Date>`app_now()`.as('now')])
    .where('code', '>', after)
    .orderBy('code')
    .limit(limit)
    .execute()
}

/** Organisations by their codes, from one on. */
export const organisationsPart = (
  db: Reader,
  { after = '', limit }: Part,
): Promise<(Omit<RegisteredOrganisation, 'emailDomains'> & { readonly id: string })[]> =>
  db
    .selectFrom('organisations')
    .select([
      'id',
      'name',
      'type',
      'code',
      'cassrCode',
      'nhsRegion',
      'adassRegion',
      'popRegistered',
      'popResident',
      'popAdults',
    ])
    .where('code', '>', after)
    .orderBy('code')
    .limit(limit)
    .execute()

/** A return as other systems see it: how far it has got, and nothing of what it says. */
export interface ListedReturn {
  readonly id: string
  readonly collection: string
  readonly name: string
  readonly code: string
  readonly type: OrganisationType
  readonly status: ReturnStatus
  readonly progress: Readonly<Record<string, Progress>>
  readonly firstOpenedAt: Date | null
  readonly lastSavedAt: Date | null
  readonly standingSubmissionId: string | null
}

const listed = (db: Reader) =>
  db
    .selectFrom('returns')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select([
      'returns.id',
      'collections.code as collection',
      'organisations.name',
      'organisations.code',
      'organisations.type',
      'returns.status',
      'returns.progress',
      'returns.firstOpenedAt',
      'returns.lastSavedAt',
      'returns.standingSubmissionId',
    ])

/** Returns of a collection by their ids, from one on. */
export const returnsPart = (db: Reader, collectionId: string, { after, limit }: Part): Promise<ListedReturn[]> => {
  const query = listed(db).where('returns.collectionId', '=', collectionId).orderBy('returns.id').limit(limit)
  return (after === undefined ? query : query.where('returns.id', '>', after)).execute()
}

/** One return of any organisation. Unscoped: for tokens only. */
export const findListedReturn = (db: Reader, id: string): Promise<ListedReturn | undefined> =>
  listed(db).where('returns.id', '=', id).executeTakeFirst()

/** A submission without what it says. */
export interface ListedSubmission {
  readonly id: string
  readonly returnId: string
  readonly number: number
  readonly reference: string
  readonly definition: string
  readonly decidedAt: Date
  readonly nil: boolean
  readonly identified: boolean
  readonly hash: string
  readonly stands: boolean
}

/** The submissions of a return by their numbers, from one on. */
export const submissionsPart = (
  db: Reader,
  returnId: string,
  { after = '0', limit }: Part,
): Promise<ListedSubmission[]> =>
  db
    .selectFrom('submissions')
    .innerJoin('returns', 'returns.id', 'submissions.returnId')
    .select([
      'submissions.id',
      'submissions.returnId',
      'submissions.number',
      'submissions.reference',
      'submissions.definition',
      'submissions.decidedAt',
      'submissions.nil',
      'submissions.identified',
      'submissions.hash',
      sql<boolean>`returns.standing_submission_id is not distinct from submissions.id`.as('stands'),
    ])
    .where('submissions.returnId', '=', returnId)
    .where('submissions.number', '>', Number(after))
    .orderBy('submissions.number')
    .limit(limit)
    .execute()
