import { sql } from 'kysely'
import type { QueryState } from '../domain/queries/query'
import { queries, type Query } from './queries'
import type { Reader } from './transaction'

/** Which questions about figures are wanted. */
export interface WantedQueries {
  readonly state: QueryState | undefined
  /** A check's code; 'hand' for what somebody asked of their own accord. */
  readonly rule: string | undefined
  /** Part of an organisation's name. */
  readonly q: string
}

export interface ListedQuery extends Query {
  readonly organisation: string
  readonly code: string
}

const wanted = (db: Reader, collectionId: string, { state, rule, q }: WantedQueries) =>
  queries(db)
    .innerJoin('returns', 'returns.id', 'queries.returnId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select(['organisations.name as organisation', 'organisations.code'])
    .where('returns.collectionId', '=', collectionId)
    .$if(state !== undefined, (all) => all.where('queries.state', '=', state ?? 'asked'))
    .$if(rule === 'hand', (all) => all.where('queries.rule', 'is', null))
    .$if(rule !== undefined && rule !== 'hand', (all) => all.where('queries.rule', '=', rule ?? ''))
    .$if(q !== '', (all) => all.where(sql<boolean>`strpos(lower(organisations.name), lower(${q})) > 0`))

/** Questions about the figures of a collection: what waits for the network first, then what waits for employers. */
export const listedQueries = (
  db: Reader,
  collectionId: string,
  of: WantedQueries,
  part: { readonly offset: number; readonly limit: number },
): Promise<ListedQuery[]> =>
  wanted(db, collectionId, of)
    .orderBy(sql`array_position(array['answered', 'asked', 'settled', 'dismissed'], queries.state)`)
    .orderBy(sql`coalesce(queries.answered_at, queries.asked_at, queries.decided_at)`)
    .orderBy('queries.id')
    .offset(part.offset)
    .limit(part.limit)
    .execute()

/** How many questions of a collection stand how, whoever asked. */
export const queryCounts = (
  db: Reader,
  collectionId: string,
): Promise<{ readonly state: QueryState; readonly count: number }[]> =>
  db
    .selectFrom('queries')
    .innerJoin('returns', 'returns.id', 'queries.returnId')
    .select(['queries.state', ({ fn }) => fn.countAll<number>().as('count')])
    .where('returns.collectionId', '=', collectionId)
    .groupBy('queries.state')
    .execute()

/** How many there are of those wanted. */
export async function countWanted(db: Reader, collectionId: string, of: WantedQueries): Promise<number> {
  const { count } = await wanted(db, collectionId, of)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The checks that have found something in a collection. */
export async function rulesOfQueries(db: Reader, collectionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('queries')
    .innerJoin('returns', 'returns.id', 'queries.returnId')
    .select('queries.rule')
    .distinct()
    .where('returns.collectionId', '=', collectionId)
    .orderBy('queries.rule')
    .execute()
  return rows.flatMap(({ rule }) => rule ?? [])
}
