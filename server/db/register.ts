import { sql } from 'kysely'
import type { Cells } from '../domain/survey/cells'
import type { Register } from '../domain/survey/register'
import type { FoundReturn } from './foundReturn'
import type { Reader } from './transaction'

/**
 * What is known from outside a return, as its rules need it. Other returns are looked into only where an answer makes a
 * rule ask: a joint return (A02), or an organisation that says it has no social workers (A03).
 */
export async function registerOf(db: Reader, found: FoundReturn, cells: Cells): Promise<Register> {
  const covered = cells.return_scope_orgs
  const none = cells.has_mhsw
  return {
    organisation: found.organisation,
    ...(covered?.state === 'value' && Array.isArray(covered.value)
      ? { begunAlready: await begunAlready(db, found, covered.value) }
      : {}),
    ...(none?.state === 'value' && none.value === 'no' ? { namedAsHostBy: await namedAsHostBy(db, found) } : {}),
  }
}

/** Names of the organisations with these codes that have begun a return of their own. */
async function begunAlready(db: Reader, found: FoundReturn, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return []
  const rows = await db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select('organisations.name')
    .where('returns.collectionId', '=', found.collection.id)
    .where('returns.id', '<>', found.id)
    .where('organisations.code', 'in', codes)
    .where('returns.status', 'not in', ['not_started', 'covered', 'declined', 'no_longer_required'])
    .orderBy('organisations.name')
    .execute()
  return rows.map(({ name }) => name)
}

/** Who has submitted that social workers of theirs are deployed here, and how many WTE. */
const namedAsHostBy = (db: Reader, found: FoundReturn): Promise<{ name: string; wte: number }[]> =>
  db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .innerJoin('submissions', 'submissions.id', 'returns.standingSubmissionId')
    .innerJoin(
      sql<{ stem: string; code: string }>`lateral (
        select regexp_replace(key, '[.]org$', '') as stem, value ->> 'value' as code
        from jsonb_each(submissions.cells) where key like 'sw!_out!_partner.%.org' escape '!')`.as('entry'),
      (join) => join.onTrue(),
    )
    .select([
      'organisations.name',
      sql<number>`coalesce((submissions.cells -> (entry.stem || '.wte') ->> 'value')::float8, 0)`.as('wte'),
    ])
    .where('entry.code', '=', found.organisation.code)
    .where('returns.collectionId', '=', found.collection.id)
    .where('returns.id', '<>', found.id)
    .orderBy('organisations.name')
    .execute()
