import { sql } from 'kysely'
import type { Narrowing } from '../domain/chasing/narrowing'
import type { WorklistView } from '../domain/chasing/views'
import { worklistViews, isWorklistView } from '../domain/chasing/views'
import type { OrganisationType } from '../domain/survey/expression'
import type { Weighed } from '../domain/chasing/weighing'
import { isInView, type ListedAt, population } from './chasingFacts'
import type { Reader } from './transaction'
import { narrowed } from './worklist'

export interface CountedReturns extends Weighed {
  readonly nhsRegion: string
}

const stands = sql<boolean>`returns.standing_submission_id is not null`

/** How many returns of a collection stand how, by type and region, and how many people their organisations serve. */
export const countedReturns = (db: Reader, collectionId: string): Promise<CountedReturns[]> =>
  narrowed(db, collectionId, {})
    .select([
      'organisations.type',
      'organisations.nhsRegion',
      'returns.status',
      stands.as('stands'),
      sql<number>`count(*)::int`.as('count'),
      sql<number>`coalesce(sum(${population}), 0)::bigint`.as('population'),
      sql<number>`count(${population})::int`.as('weighed'),
    ])
    .groupBy(['organisations.type', 'organisations.nhsRegion', 'returns.status', stands])
    .execute()

/** How many returns each view shows, of those a list is narrowed to. */
export interface ViewCounts {
  readonly all: number
  readonly mine: number
  readonly views: Readonly<Record<WorklistView, number>>
  /** How many of each type are to be rung first. */
  readonly ringByType: Readonly<Partial<Record<OrganisationType, number>>>
}

const views = Object.keys(worklistViews).filter(isWorklistView)

/** Counts of the views beside each other: of what the list is narrowed to by all but its view and its owner. */
export async function viewCounts(
  db: Reader,
  { collectionId, at, personId }: { readonly collectionId: string; readonly at: ListedAt; readonly personId: string },
  { type, region, q, status }: Narrowing,
): Promise<ViewCounts> {
  const narrowing = { ...(type ? { type } : {}), ...(region ? { region } : {}), ...(q ? { q } : {}) }
  const counted = sql<Record<WorklistView, number>>`jsonb_build_object(${sql.join(
    views.flatMap((view) => [sql.lit(view), sql`count(*) filter (where ${isInView(view, at)})`]),
  )})`
  const byType = await narrowed(db, collectionId, status ? { ...narrowing, status } : narrowing)
    .select([
      'organisations.type',
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where chasing.owner_id = ${personId}))::int`.as('mine'),
      counted.as('views'),
    ])
    .groupBy('organisations.type')
    .execute()
  const sum = (of: (each: (typeof byType)[number]) => number) => byType.reduce((total, each) => total + of(each), 0)
  return {
    all: sum(({ all }) => all),
    mine: sum(({ mine }) => mine),
    views: {
      ring: sum(({ views: { ring } }) => ring),
      promise_passed: sum(({ views: { promise_passed: passed } }) => passed),
      promised_today: sum(({ views: { promised_today: today } }) => today),
      not_opened: sum(({ views: { not_opened: unopened } }) => unopened),
      quiet: sum(({ views: { quiet } }) => quiet),
      nearly_done: sum(({ views: { nearly_done: nearly } }) => nearly),
      waiting: sum(({ views: { waiting } }) => waiting),
      bouncing: sum(({ views: { bouncing } }) => bouncing),
      queried: sum(({ views: { queried } }) => queried),
    },
    ringByType: Object.fromEntries(byType.map(({ type, views: { ring } }) => [type, ring])),
  }
}

/** How many returns a list has. */
export const countListed = async (
  db: Reader,
  { collectionId, at }: { readonly collectionId: string; readonly at: ListedAt },
  narrowing: Narrowing,
): Promise<number> => {
  const { count } = await narrowed(db, collectionId, narrowing, at)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}
