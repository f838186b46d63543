import { sql } from 'kysely'
import type { Narrowing } from '../domain/chasing/narrowing'
import type { Chaseable, Contactable } from '../domain/chasing/recipients'
import { tellingLimits, type Told } from '../domain/chasing/telling'
import { averagePopulations } from '../domain/chasing/weighing'
import type { FoundCollection } from './collections'
import { countedReturns } from './worklistCounts'
import { openingsByReturn } from './reminders'
import { narrowed } from './worklist'
import type { Reader } from './transaction'

interface Asked {
  readonly collection: FoundCollection
  /** The codes of the sections employers fill in. */
  readonly sections: readonly string[]
}

/** Some returns of a collection, as letters about them are judged, by the names of their organisations. */
export async function chaseableReturns(
  db: Reader,
  { collection, sections }: Asked,
  narrowing: Narrowing,
): Promise<Chaseable[]> {
  const averages = averagePopulations(narrowing.view ? await countedReturns(db, collection.id) : [])
  const at = { now: collection.now, sections: sections.length, averages }
  const rows = await narrowed(db, collection.id, narrowing, at)
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .leftJoin('submissions as standing', 'standing.id', 'returns.standingSubmissionId')
    .select([
      'returns.id',
      'returns.status',
      'returns.progress',
      'organisations.id as organisationId',
      'organisations.name',
      'collections.opensAt',
      'collections.cutoffAt',
      'standing.decidedAt as standingSince',
    ])
    .orderBy('organisations.name')
    .orderBy('returns.id')
    .execute()
  const [openings, people] = await Promise.all([openingsByReturn(db), contactablesOf(db, collection.id)])
  return rows.map(({ id, status, progress, organisationId, name, ...openness }) => ({
    id,
    status,
    progress,
    organisation: { id: organisationId, name },
    openness: { ...openness, openings: openings.get(id) ?? [] },
    sections,
    people: people.get(organisationId) ?? [],
  }))
}

/** What somebody has been told lately, or is about to be. */
const told = sql<readonly Told[]>`coalesce(lately.told, '[]')`

const lately = sql<{ personId: string; told: readonly Told[] }>`(
  select person_id, jsonb_agg(distinct jsonb_build_object(
    'day', told_on, 'occasion', coalesce(campaign_id::text, 'reminders'))) as told
  from post
  where told_on > (app_now() at time zone 'Europe/London')::date - ${sql.lit(tellingLimits.withinDays)}
    and (state in ('sent', 'kept') or state = 'waiting' and not held)
  group by person_id)`.as<'lately'>('lately')

/** Those who prepare or sign the returns of a collection, by their organisation. */
export async function contactablesOf(db: Reader, collectionId: string): Promise<Map<string, Contactable[]>> {
  const rows = await db
    .selectFrom('returns')
    .innerJoin('memberships', 'memberships.organisationId', 'returns.organisationId')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .leftJoin(lately, 'lately.personId', 'people.id')
    .select([
      'memberships.organisationId',
      'memberships.role',
      'people.id',
      'people.name',
      'people.email',
      sql<boolean>`people.bouncing_since is not null`.as('bouncing'),
      told.as('told'),
    ])
    .where('returns.collectionId', '=', collectionId)
    .where('memberships.role', 'in', ['preparer', 'signatory'])
    .where('people.deactivatedAt', 'is', null)
    .orderBy('people.email')
    .execute()
  const byOrganisation = new Map<string, Contactable[]>()
  for (const { organisationId, ...person } of rows) {
    byOrganisation.set(organisationId, [...(byOrganisation.get(organisationId) ?? []), person])
  }
  return byOrganisation
}
