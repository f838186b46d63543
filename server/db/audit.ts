import { sql, type RawBuilder } from 'kysely'
import type { Opening } from '../domain/collections/opening'
import type { Cells } from '../domain/survey/cells'
import type { Reader } from './transaction'

/** A return of which the records say something in two ways, and of which cell or submission. */
export interface Suspect {
  readonly returnId: string
  readonly organisation: string
  readonly collection: string
  /** An address, or the reference of a submission. */
  readonly of: string
}

/** Names the returns of what was found: rows with a `return_id` and an `of`. */
const suspects = (db: Reader, found: RawBuilder<unknown>): Promise<Suspect[]> =>
  db
    .selectFrom(
      sql<Suspect>`(
      select found.return_id as "returnId", organisations.name as organisation, collections.code as collection, found.of
      from (${found}) as found
      join returns on returns.id = found.return_id
      join organisations on organisations.id = returns.organisation_id
      join collections on collections.id = returns.collection_id
      order by organisations.name, found.of)`.as('suspect'),
    )
    .selectAll('suspect')
    .execute()

/** Cells of which a change began from something else than the change before it had left. */
export const brokenHistories = (db: Reader): Promise<Suspect[]> =>
  suspects(
    db,
    sql`select distinct return_id, address as of from (
      select return_id, address, was, lag(became) over (partition by return_id, address order by id) as before
      from cell_changes) as change
    where was is distinct from before`,
  )

/** Cells that hold something else than their last change left. */
export const strayCells = (db: Reader): Promise<Suspect[]> =>
  suspects(
    db,
    sql`select return_id, address as of from (
      select distinct on (return_id, address) return_id, address, became from cell_changes
      order by return_id, address, id desc) as latest
    full join cells using (return_id, address) where latest.became is distinct from cells.cell`,
  )

/** Submissions that say something else of a cell than its history said when they were signed. */
export const straySubmissions = (db: Reader): Promise<Suspect[]> =>
  suspects(
    db,
    sql`select submissions.return_id, submissions.reference || ', ' || said.address as of
    from submissions
    cross join lateral jsonb_each(submissions.cells) as said(address, cell)
    join lateral (
      select became from cell_changes
      where cell_changes.return_id = submissions.return_id and cell_changes.address = said.address
        and cell_changes.version <= submissions.version
      order by id desc limit 1) as latest on true
    where latest.became is distinct from said.cell`,
  )

/** What was decided at or after a collection's cutoff, with all that may have opened the return. */
export interface AfterCutoff extends Suspect {
  readonly kind: 'change' | 'submission'
  readonly address: string
  readonly decidedAt: Date
  readonly openings: readonly Opening[]
}

/**
 * Changes and submissions decided at or after the cutoff of their collection. Whether an opening allows each is for the
 * caller to judge.
 */
export async function decidedAfterCutoff(db: Reader): Promise<AfterCutoff[]> {
  const rows = await db
    .selectFrom(
      sql<Omit<AfterCutoff, 'openings'> & { openings: readonly WrittenOpening[] }>`(
      select found.kind, found.return_id as "returnId", organisations.name as organisation,
        collections.code as collection, found.address, found.address as of, found.decided_at as "decidedAt",
        (select coalesce(jsonb_agg(to_jsonb(openings)), '[]') from openings
          where openings.return_id = found.return_id) as openings
      from (
        select 'change' as kind, return_id, address, decided_at from cell_changes
        union all select 'submission', return_id, reference, decided_at from submissions) as found
      join returns on returns.id = found.return_id
      join organisations on organisations.id = returns.organisation_id
      join collections on collections.id = returns.collection_id and found.decided_at >= collections.cutoff_at)`.as(
        'found',
      ),
    )
    .selectAll('found')
    .execute()
  return rows.map((row) => ({ ...row, openings: row.openings.map(read) }))
}

interface WrittenOpening {
  readonly kind: Opening['kind']
  readonly until_at: string
  readonly reason: string
  readonly sections: readonly string[] | null
  readonly decided_at: string
}

const read = ({ kind, until_at, reason, sections, decided_at }: WrittenOpening): Opening => ({
  kind,
  untilAt: new Date(until_at),
  reason,
  sections,
  decidedAt: new Date(decided_at),
})

export interface Sealed {
  readonly id: string
  readonly returnId: string
  readonly reference: string
  readonly organisation: string
  readonly collection: string
  readonly cells: Cells
  readonly hash: string
}

/** Submissions with what they are sealed with, some at a time, by id. */
export const sealedSubmissions = (db: Reader, after: string | undefined, limit: number): Promise<Sealed[]> => {
  const query = db
    .selectFrom('submissions')
    .innerJoin('returns', 'returns.id', 'submissions.returnId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .select([
      'submissions.id',
      'submissions.returnId',
      'submissions.reference',
      'organisations.name as organisation',
      'collections.code as collection',
      'submissions.cells',
      'submissions.hash',
    ])
    .orderBy('submissions.id')
    .limit(limit)
  return (after === undefined ? query : query.where('submissions.id', '>', after)).execute()
}

/** How much there is to be checked. */
export async function auditedCounts(db: Reader) {
  const counts = sql<{ returns: number; changes: number; submissions: number; releases: number }>`(
    select (select count(*)::int from returns) as returns, (select count(*)::int from cell_changes) as changes,
      (select count(*)::int from submissions) as submissions, (select count(*)::int from releases) as releases)`
  return db.selectFrom(counts.as('counts')).selectAll('counts').executeTakeFirstOrThrow()
}
