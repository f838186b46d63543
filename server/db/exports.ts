import { sql } from 'kysely'
import type { Exported } from '../domain/exports/exported'
import type { Via } from '../domain/returns/via'
import type { Address } from '../domain/survey/cells'
import type { Reader } from './transaction'

/** So many submissions are in memory at once. */
const BATCH = 50

export interface Standing {
  /** Submissions that stand, by the name of their organisation. */
  readonly ids: readonly string[]
  /** The product's time when they did. */
  readonly asAt: Date
}

/**
 * What stands in a collection, seen at one moment. Submissions never change: read one after another later, they still
 * say what they said then, whatever is sent meanwhile.
 */
export async function standingNow(db: Reader, collectionId: string): Promise<Standing> {
  const { ids, asAt } = await db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select([
      sql<string[] | null>`array_agg(returns.standing_submission_id order by organisations.name, returns.id)`.as('ids'),
      sql<Date>`app_now()`.as('asAt'),
    ])
    .where('collectionId', '=', collectionId)
    .where('standingSubmissionId', 'is not', null)
    .executeTakeFirstOrThrow()
  return { ids: ids ?? [], asAt }
}

export interface Part {
  /** Only those after this one; the id of a return. */
  readonly after: string | undefined
  readonly limit: number
}

/** What stands of one organisation, without what it says. */
export interface StandingOne {
  readonly returnId: string
  readonly submissionId: string
  readonly name: string
  readonly code: string
  readonly type: string
}

/** A part of what stands in a collection, by the ids of the returns. */
export async function standingPart(db: Reader, collectionId: string, { after, limit }: Part): Promise<StandingOne[]> {
  let query = db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select([
      'returns.id as returnId',
      'returns.standingSubmissionId as submissionId',
      'organisations.name',
      'organisations.code',
      'organisations.type',
    ])
    .where('collectionId', '=', collectionId)
    .where('standingSubmissionId', 'is not', null)
    .orderBy('returns.id')
    .limit(limit)
  if (after !== undefined) query = query.where('returns.id', '>', after)
  return query.$narrowType<{ submissionId: string }>().execute()
}

const submissions = (db: Reader, ids: readonly string[]) =>
  db
    .selectFrom('submissions')
    .innerJoin('returns', 'returns.id', 'submissions.returnId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select([
      'submissions.id',
      'submissions.returnId',
      'returns.status',
      'submissions.number',
      'submissions.reference',
      'submissions.definition',
      'submissions.decidedAt',
      'submissions.nil',
      'submissions.identified',
      'submissions.hash',
      'submissions.cells',
      'submissions.explained',
      sql<boolean>`returns.standing_submission_id is not distinct from submissions.id`.as('stands'),
      'organisations.name',
      'organisations.type',
      'organisations.code',
      'organisations.cassrCode',
      'organisations.nhsRegion',
      'organisations.adassRegion',
      'organisations.popRegistered',
      'organisations.popResident',
      'organisations.popAdults',
      'organisations.emailDomains',
    ])
    .where('submissions.id', '=', sql<string>`any(${ids}::uuid[])`)

type Row = Awaited<ReturnType<ReturnType<typeof submissions>['execute']>>[number]

function exported(row: Row, routes: Exported['routes']): Exported {
  const { name, type, code, cassrCode, nhsRegion, adassRegion, ...more } = row
  const { popRegistered, popResident, popAdults, emailDomains, ...submission } = more
  const populations = { popRegistered, popResident, popAdults }
  const organisation = { name, type, code, cassrCode, nhsRegion, adassRegion, ...populations, emailDomains }
  return { ...submission, organisation, routes }
}

/** By which route each cell of these submissions came: the last change before the signature. */
async function routesOf(db: Reader, ids: readonly string[]): Promise<Map<string, Record<Address, Via>>> {
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('cellChanges', (join) =>
      join
        .onRef('cellChanges.returnId', '=', 'submissions.returnId')
        .onRef('cellChanges.version', '<=', 'submissions.version'),
    )
    .select(['submissions.id', 'address', 'via'])
    .distinctOn(['submissions.id', 'address'])
    .where('submissions.id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('submissions.id')
    .orderBy('address')
    .orderBy('cellChanges.id', 'desc')
    .execute()
  const routes = new Map<string, Record<Address, Via>>()
  for (const { id, address, via } of rows) {
    const known = routes.get(id) ?? {}
    known[address] = via
    routes.set(id, known)
  }
  return routes
}

/** Some submissions, whole, in the order of their ids. Unscoped: for the network's analysts and for tokens. */
export async function exportedSubmissions(db: Reader, ids: readonly string[]): Promise<Exported[]> {
  const [rows, routes] = await Promise.all([submissions(db, ids).execute(), routesOf(db, ids)])
  const found = new Map(rows.map((row) => [row.id, exported(row, routes.get(row.id) ?? {})]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Submissions one after another, of which only a few are in memory at once. The next are read when they are asked for. */
export async function* eachSubmission(db: Reader, ids: readonly string[]): AsyncGenerator<Exported> {
  for (let from = 0; from < ids.length; from += BATCH)
    yield* await exportedSubmissions(db, ids.slice(from, from + BATCH))
}

/** The highest number that an entry of each list has in a collection: there are columns for so many. */
export async function highestEntries(db: Reader, collectionId: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('returns')
    .innerJoin(sql<{ key: string; value: string }>`lateral jsonb_each_text(returns.entries)`.as('entry'), (join) =>
      join.onTrue(),
    )
    .select(['entry.key as list', sql<number>`max(entry.value::int)`.as('highest')])
    .where('collectionId', '=', collectionId)
    .where('standingSubmissionId', 'is not', null)
    .groupBy('entry.key')
    .execute()
  return Object.fromEntries(rows.map(({ list, highest }) => [list, highest]))
}
