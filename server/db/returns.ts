import { sql } from 'kysely'
import type { Arrival } from '../clock'
import type { Opening } from '../domain/collections/opening'
import type { ReturnStatus } from '../domain/returns/lifecycle'
import type { Progress } from '../domain/survey/progress'
import { decidedAt } from './clock'
import type { FoundReturn, OwnReturn } from './foundReturn'
import type { Reader, Tx } from './transaction'

interface WrittenOpening extends Omit<Opening, 'untilAt' | 'decidedAt'> {
  readonly untilAt: string
  readonly decidedAt: string
}

/** The moments are written in full, for an instant in JSON is a text. */
const openings = sql<readonly WrittenOpening[]>`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', kind, 'untilAt', until_at, 'reason', reason, 'sections', sections, 'decidedAt', decided_at
  ) order by decided_at), '[]') from openings where openings.return_id = returns.id)`

/** A return with all that decides what may be done to it. Unscoped: only the functions below are for use. */
const fullReturn = (db: Reader, arrival: Arrival) =>
  db
    .selectFrom('returns')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .leftJoin('submissions as standing', 'standing.id', 'returns.standingSubmissionId')
    .select([
      'returns.id',
      'returns.status',
      'returns.version',
      'returns.progress',
      'returns.entries',
      'returns.firstOpenedAt',
      'returns.lastSavedAt',
      'returns.requestedAt',
      'returns.standingSubmissionId',
      'collections.id as collectionId',
      'collections.code as collectionCode',
      'collections.title as collectionTitle',
      'collections.opensAt',
      'collections.cutoffAt',
      'organisations.id as organisationId',
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
      'standing.decidedAt as standingSince',
      openings.as('openings'),
      decidedAt(arrival).as('now'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof fullReturn>['executeTakeFirstOrThrow']>>

const foundReturn = (row: Row): FoundReturn => ({
  id: row.id,
  status: row.status,
  version: row.version,
  collection: { id: row.collectionId, code: row.collectionCode, title: row.collectionTitle },
  organisation: {
    id: row.organisationId,
    name: row.name,
    type: row.type,
    code: row.code,
    cassrCode: row.cassrCode,
    nhsRegion: row.nhsRegion,
    adassRegion: row.adassRegion,
    popRegistered: row.popRegistered,
    popResident: row.popResident,
    popAdults: row.popAdults,
    emailDomains: row.emailDomains,
  },
  openness: {
    opensAt: row.opensAt,
    cutoffAt: row.cutoffAt,
    openings: row.openings.map((each) => ({
      ...each,
      untilAt: new Date(each.untilAt),
      decidedAt: new Date(each.decidedAt),
    })),
    standingSince: row.standingSince,
  },
  standingSubmissionId: row.standingSubmissionId,
  progress: row.progress,
  entries: row.entries,
  firstOpenedAt: row.firstOpenedAt,
  lastSavedAt: row.lastSavedAt,
  requestedAt: row.requestedAt,
  now: row.now,
})

/** Who may find a return: one of its employer's people, or somebody of the network. */
export type Scope = { readonly employer: string } | { readonly network: string }

export const personIn = (scope: Scope): string => ('employer' in scope ? scope.employer : scope.network)

/** To everybody but the people of its own organisation a return does not exist. */
export async function findOwnReturn(
  db: Reader,
  personId: string,
  id: string,
  arrival: Arrival,
): Promise<OwnReturn | undefined> {
  const row = await fullReturn(db, arrival)
    .innerJoin('memberships', 'memberships.organisationId', 'returns.organisationId')
    .where('memberships.personId', '=', personId)
    .where('returns.id', '=', id)
    .select([
      'memberships.role',
      sql<boolean>`organisations.type in ('independent', 'voluntary') and not exists (
        select from memberships other join people on people.id = other.person_id
        where other.organisation_id = organisations.id and other.person_id <> ${personId}
          and people.deactivated_at is null)`.as('alone'),
      sql<readonly string[]>`array(
        select section from assignments where return_id = returns.id and person_id = ${personId} order by section)`.as(
        'assigned',
      ),
    ])
    .executeTakeFirst()
  if (!row) return undefined
  const assigned = row.role === 'contributor' ? row.assigned : null
  return { ...foundReturn(row), role: row.role, alone: row.alone, assigned }
}

/** Any return, for the network's people. */
export async function findAnyReturn(db: Reader, id: string, arrival: Arrival): Promise<FoundReturn | undefined> {
  const row = await fullReturn(db, arrival).where('returns.id', '=', id).executeTakeFirst()
  return row && foundReturn(row)
}

/** Every return of the organisations a person belongs to, the latest collection first. */
export async function ownReturns(db: Reader, personId: string, arrival: Arrival): Promise<FoundReturn[]> {
  const rows = await fullReturn(db, arrival)
    .innerJoin('memberships', 'memberships.organisationId', 'returns.organisationId')
    .where('memberships.personId', '=', personId)
    .orderBy('organisations.name')
    .orderBy('collections.cutoffAt', 'desc')
    .orderBy('collections.code')
    .execute()
  return rows.map(foundReturn)
}

/**
 * Lets nobody else change a return until the transaction ends, and only then reads it and asks the time, in a fresh
 * statement: read in the same statement, both could be older than the wait for the lock.
 */
export async function lockReturn(
  tx: Tx,
  scope: Scope,
  id: string,
  arrival: Arrival,
): Promise<FoundReturn | OwnReturn | undefined> {
  const locked = await tx.selectFrom('returns').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  if (!locked) return undefined
  return 'employer' in scope ? findOwnReturn(tx, scope.employer, id, arrival) : findAnyReturn(tx, id, arrival)
}

interface SavedReturn {
  readonly status: ReturnStatus
  readonly version: number
  readonly progress: Readonly<Record<string, Progress>>
  readonly entries: Readonly<Record<string, number>>
  readonly savedBy: string
  readonly savedAt: Date
}

/** Keeps with the return what a save has made of it. */
export async function setSaved(tx: Tx, id: string, saved: SavedReturn): Promise<void> {
  await tx
    .updateTable('returns')
    .set({
      status: saved.status,
      version: saved.version,
      progress: JSON.stringify(saved.progress),
      entries: JSON.stringify(saved.entries),
      lastSavedAt: saved.savedAt,
      lastSavedBy: saved.savedBy,
    })
    .where('id', '=', id)
    .execute()
}

export async function setStatus(tx: Tx, id: string, status: ReturnStatus): Promise<void> {
  await tx.updateTable('returns').set({ status }).where('id', '=', id).execute()
}

export async function setAwaitingSignature(tx: Tx, id: string, status: ReturnStatus, at: Date): Promise<void> {
  await tx.updateTable('returns').set({ status, requestedAt: at }).where('id', '=', id).execute()
}

/** The submission that stands from now on; null when it has been taken back. */
export async function setStanding(
  tx: Tx,
  id: string,
  standing: { readonly status: ReturnStatus; readonly submissionId: string | null },
): Promise<void> {
  await tx
    .updateTable('returns')
    .set({ status: standing.status, standingSubmissionId: standing.submissionId })
    .where('id', '=', id)
    .execute()
}

/** Remembers when somebody of an employer first came to its returns; those not yet open to employers are not opened. */
export async function setFirstOpened(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('returns')
    .from('collections')
    .set({ firstOpenedAt: sql`app_now()` })
    .whereRef('collections.id', '=', 'returns.collectionId')
    .where('collections.opensAt', '<=', sql<Date>`app_now()`)
    .where('firstOpenedAt', 'is', null)
    .where('organisationId', 'in', (own) =>
      own.selectFrom('memberships').select('memberships.organisationId').where('memberships.personId', '=', personId),
    )
    .execute()
}
