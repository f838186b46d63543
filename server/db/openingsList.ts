import { sql } from 'kysely'
import type { OpeningKind } from '../domain/collections/opening'
import type { NhsRegion } from '../domain/organisations/regions'
import type { ReturnStatus } from '../domain/returns/lifecycle'
import type { OrganisationType } from '../domain/survey/expression'
import type { Reader } from './transaction'

/** More time, or a reopening, of one return of a collection. */
export interface ListedOpening {
  readonly returnId: string
  readonly organisation: string
  readonly code: string
  readonly kind: OpeningKind
  readonly sections: readonly string[] | null
  readonly untilAt: Date
  readonly reason: string
  readonly askedBy: string | null
  readonly grantedBy: string
  readonly decidedAt: Date
}

/** Every extension and reopening of a collection, the latest first. */
export const listedOpenings = (db: Reader, collectionId: string): Promise<ListedOpening[]> =>
  db
    .selectFrom('openings')
    .innerJoin('returns', 'returns.id', 'openings.returnId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .innerJoin('people as granter', 'granter.id', 'openings.grantedBy')
    .leftJoin('people as asker', 'asker.id', 'openings.askedBy')
    .select([
      'openings.returnId',
      'organisations.name as organisation',
      'organisations.code',
      'kind',
      'sections',
      'untilAt',
      'reason',
      'asker.name as askedBy',
      'granter.name as grantedBy',
      'openings.decidedAt',
    ])
    .where('returns.collectionId', '=', collectionId)
    .orderBy('openings.decidedAt', 'desc')
    .orderBy('organisations.name')
    .orderBy('openings.id')
    .execute()

/** In which states a return may be given more time, while no submission of it stands. */
export const extendableStatuses = ['not_started', 'in_progress', 'awaiting_signature', 'reopened'] as const

/** Which returns to offer: those that are all of this. */
export interface ExtendableNarrowing {
  readonly type?: OrganisationType | undefined
  readonly region?: NhsRegion | undefined
  readonly status?: ReturnStatus | undefined
  /** Part of an organisation's name, or of its code. */
  readonly q: string
}

export interface ExtendableReturn {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly status: ReturnStatus
  /** The latest more time it has been given already. */
  readonly untilAt: Date | null
}

const narrowed = (db: Reader, collectionId: string, { type, region, status, q }: ExtendableNarrowing) => {
  const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .where('returns.collectionId', '=', collectionId)
    .where('returns.standingSubmissionId', 'is', null)
    .where('returns.status', 'in', status === undefined ? extendableStatuses : [status])
    .$if(type !== undefined, (query) => query.where('organisations.type', '=', type ?? 'nhs_trust'))
    .$if(region !== undefined, (query) => query.where('organisations.nhsRegion', '=', region ?? ''))
    .where((is) => is.or([is('organisations.name', 'ilike', part), is('organisations.code', 'ilike', part)]))
}

const selected = (query: ReturnType<typeof narrowed>) =>
  query.select([
    'returns.id',
    'organisations.name',
    'organisations.code',
    'returns.status',
    sql<Date | null>`(select max(until_at) from openings where return_id = returns.id)`.as('untilAt'),
  ])

/** Returns that may be given more time, by the names of their organisations. */
export const extendableReturns = (
  db: Reader,
  collectionId: string,
  narrowing: ExtendableNarrowing,
  limit: number,
): Promise<ExtendableReturn[]> =>
  selected(narrowed(db, collectionId, narrowing))
    .orderBy('organisations.name')
    .orderBy('returns.id')
    .limit(limit)
    .execute()

/** Those of these that belong to a collection, whatever their state. */
export const returnsAmong = (
  db: Reader,
  collectionId: string,
  ids: readonly string[],
): Promise<{ id: string; name: string; code: string }[]> =>
  db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select(['returns.id', 'organisations.name', 'organisations.code'])
    .where('returns.collectionId', '=', collectionId)
    .where('returns.id', 'in', ids.length > 0 ? ids : [null])
    .orderBy('organisations.name')
    .orderBy('returns.id')
    .execute()
