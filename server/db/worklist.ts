import { sql } from 'kysely'
import type { Counted } from '../domain/chasing/responses'
import type { Narrowing, WorklistOrder } from '../domain/chasing/narrowing'
import type { ReturnStatus } from '../domain/returns/lifecycle'
import type { OrganisationType } from '../domain/survey/expression'
import type { Progress } from '../domain/survey/progress'
import type { Reader } from './transaction'

/** Whom to ring: somebody of an employer. */
export interface Contact {
  readonly name: string
  readonly email: string
  readonly telephone: string | null
}

/** One return in the list the network works through. */
export interface WorklistRow {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly type: OrganisationType
  readonly nhsRegion: string
  readonly status: ReturnStatus
  readonly stands: boolean
  readonly progress: Readonly<Record<string, Progress>>
  readonly firstOpenedAt: Date | null
  readonly lastSavedAt: Date | null
  /** The first of those who prepare the return. */
  readonly contact: Contact | null
}

export interface WorklistPart {
  readonly by: WorklistOrder
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

const stands = sql<boolean>`returns.standing_submission_id is not null`

const contact = sql<Contact | null>`(
  select jsonb_build_object('name', people.name, 'email', people.email, 'telephone', people.telephone)
  from memberships join people on people.id = memberships.person_id
  where memberships.organisation_id = organisations.id and memberships.role = 'preparer'
    and people.deactivated_at is null
  order by people.name, people.id limit 1)`

const finished = sql<number>`(
  select count(*) from jsonb_each(returns.progress) as section
  where section.value ->> 'status' in ('complete', 'complete_with_warnings'))`

const unexplained = sql<number>`(
  select coalesce(sum((section.value -> 'soft')::int - (section.value -> 'explained')::int), 0)
  from jsonb_each(returns.progress) as section where section.value ->> 'status' <> 'not_applicable')`

const keys = {
  name: sql`organisations.name`,
  type: sql`organisations.type`,
  region: sql`organisations.nhs_region`,
  state: sql`array_position(array['not_started', 'in_progress', 'awaiting_signature', 'reopened', 'submitted', 'nil',
    'covered', 'declined', 'no_longer_required'], returns.status)`,
  progress: finished,
  saved: sql`returns.last_saved_at`,
  warnings: unexplained,
} satisfies Record<WorklistOrder, unknown>

const narrowed = (db: Reader, collectionId: string, { status, type, region, q }: Narrowing) => {
  let query = db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .where('returns.collectionId', '=', collectionId)
  if (status) query = query.where('returns.status', '=', status)
  if (type) query = query.where('organisations.type', '=', type)
  if (region) query = query.where('organisations.nhsRegion', '=', region)
  if (q) {
    const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) =>
      eb.or([eb('organisations.name', 'ilike', part), eb('organisations.code', 'ilike', part)]),
    )
  }
  return query
}

/** A part of a collection's list of returns. Reads what was kept when they were saved, never their cells. */
export const worklist = (
  db: Reader,
  collectionId: string,
  narrowing: Narrowing,
  { by, descending, offset, limit }: WorklistPart,
): Promise<WorklistRow[]> =>
  narrowed(db, collectionId, narrowing)
    .select([
      'returns.id',
      'organisations.name',
      'organisations.code',
      'organisations.type',
      'organisations.nhsRegion',
      'returns.status',
      stands.as('stands'),
      'returns.progress',
      'returns.firstOpenedAt',
      'returns.lastSavedAt',
      contact.as('contact'),
    ])
    .orderBy(keys[by], (order) => (descending ? order.desc().nullsLast() : order.asc().nullsFirst()))
    .orderBy('organisations.name')
    .orderBy('returns.id')
    .offset(offset)
    .limit(limit)
    .execute()

export interface CountedReturns extends Counted {
  readonly type: OrganisationType
  readonly nhsRegion: string
}

/** How many returns of a collection stand how, by type and region. */
export const countedReturns = (
  db: Reader,
  collectionId: string,
  narrowing: Narrowing = {},
): Promise<CountedReturns[]> =>
  narrowed(db, collectionId, narrowing)
    .select([
      'organisations.type',
      'organisations.nhsRegion',
      'returns.status',
      stands.as('stands'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .groupBy(['organisations.type', 'organisations.nhsRegion', 'returns.status', stands])
    .execute()
