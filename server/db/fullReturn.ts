import { sql } from 'kysely'
import type { Arrival } from '../clock'
import type { Opening } from '../domain/collections/opening'
import { decidedAt } from './clock'
import type { FoundReturn } from './foundReturn'
import type { Reader } from './transaction'

interface WrittenOpening extends Omit<Opening, 'untilAt' | 'decidedAt'> {
  readonly untilAt: string
  readonly decidedAt: string
}

/** The moments are written in full, for an instant in JSON is a text. */
const openings = sql<readonly WrittenOpening[]>`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', kind, 'untilAt', until_at, 'reason', reason, 'sections', sections, 'decidedAt', decided_at
  ) order by decided_at), '[]') from openings where openings.return_id = returns.id)`

const hasOthers = sql<boolean>`exists (
  select from returns other where other.organisation_id = returns.organisation_id and other.id <> returns.id)`

/** A return with all that decides what may be done to it. Unscoped: for look-ups that say whose it is. */
export const fullReturn = (db: Reader, arrival: Arrival) =>
  db
    .selectFrom('returns')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .leftJoin('submissions as standing', 'standing.id', 'returns.standingSubmissionId')
    .leftJoin('returns as joint', 'joint.id', 'returns.coveredBy')
    .leftJoin('organisations as answering', 'answering.id', 'joint.organisationId')
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
      'returns.setAsideFrom',
      'returns.essentialOnly',
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
      'answering.name as coveredBy',
      openings.as('openings'),
      hasOthers.as('hasOthers'),
      decidedAt(arrival).as('now'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof fullReturn>['executeTakeFirstOrThrow']>>

/** A row of `fullReturn` as the rest of the product knows a return. */
export const foundReturn = (row: Row): FoundReturn => ({
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
  coveredBy: row.coveredBy,
  setAsideFrom: row.setAsideFrom,
  essentialOnly: row.essentialOnly,
  progress: row.progress,
  entries: row.entries,
  hasOthers: row.hasOthers,
  firstOpenedAt: row.firstOpenedAt,
  lastSavedAt: row.lastSavedAt,
  requestedAt: row.requestedAt,
  now: row.now,
})
