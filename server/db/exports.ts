import { sql } from 'kysely'
import type { Exported } from '../domain/exports/exported'
import type { Cells } from '../domain/survey/cells'
import type { Reader } from './transaction'

/** So many submissions are in memory at once. */
const BATCH = 5

/** Which submissions stand at one moment. */
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

/** Which part of a list is read. */
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

/** By which route each cell of a submission came: the last change before the signature. */
const routes = sql<string>`(
  select coalesce(jsonb_object_agg(latest.address, latest.via), '{}')::text from (
    select distinct on (address) address, via from cell_changes
    where return_id = submissions.return_id and version <= submissions.version order by address, id desc
  ) as latest)`

/** What a submission says is left as text, for each is only taken apart when it is its turn. */
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
      'submissions.essentialOnly',
      'submissions.hash',
      sql<string>`submissions.cells::text`.as('cells'),
      sql<string>`submissions.explained::text`.as('explained'),
      routes.as('routes'),
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

function exported(row: Row): Exported {
  const { name, type, code, cassrCode, nhsRegion, adassRegion, ...more } = row
  const { popRegistered, popResident, popAdults, emailDomains, ...submission } = more
  const populations = { popRegistered, popResident, popAdults }
  return {
    ...submission,
    organisation: { name, type, code, cassrCode, nhsRegion, adassRegion, ...populations, emailDomains },
    cells: JSON.parse(submission.cells) as Cells,
    explained: JSON.parse(submission.explained) as Exported['explained'],
    routes: JSON.parse(submission.routes) as Exported['routes'],
  }
}

/**
 * Submissions one after another, in the order of their ids, of which only a few are in memory at once. The next are read
 * when they are asked for. Unscoped: for the network's analysts and for tokens.
 */
export async function* eachSubmission(db: Reader, ids: readonly string[]): AsyncGenerator<Exported> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const part = ids.slice(from, from + BATCH)
    const rows = new Map((await submissions(db, part).execute()).map((row) => [row.id, row]))
    for (const id of part) {
      const row = rows.get(id)
      if (row) yield exported(row)
    }
  }
}

/** One submission, whole. */
export async function findExported(db: Reader, id: string): Promise<Exported | undefined> {
  const row = await submissions(db, [id]).executeTakeFirst()
  return row && exported(row)
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
