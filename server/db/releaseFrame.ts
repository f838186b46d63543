import { sql } from 'kysely'
import type { Framed } from '../domain/benchmarks/methods'
import type { RegisteredOrganisation } from '../domain/survey/register'
import type { Reader } from './transaction'

export interface Frame {
  /** Everybody who is asked, by the ids of their returns. */
  readonly framed: readonly Framed[]
  /** The product's time when this was so. */
  readonly asAt: Date
}

/** Everybody asked in a collection, with what stands of each, seen at one moment: submissions never change after it. */
export async function frameOf(db: Reader, collectionId: string): Promise<Frame> {
  const rows = await db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .leftJoin('submissions', 'submissions.id', 'returns.standingSubmissionId')
    .select(['returns.id as returnId', 'returns.status'])
    .select(['submissions.id as submissionId', 'submissions.nil', 'submissions.identified'])
    .select(['name', 'type', 'code', 'cassrCode', 'nhsRegion', 'adassRegion'])
    .select(['popRegistered', 'popResident', 'popAdults', 'emailDomains'])
    .select([
      openedBy('extension').as('extended'),
      openedBy('reopening').as('reopened'),
      sql<boolean>`exists (select from returns other where other.covered_by = returns.id)`.as('joint'),
      sql<boolean>`exists (select from queries where queries.return_id = returns.id and queries.state = 'asked')`.as(
        'queried',
      ),
      sql<Date>`app_now()`.as('now'),
    ])
    .where('returns.collectionId', '=', collectionId)
    .orderBy('returns.id')
    .execute()
  return { framed: rows.map(framedOf), asAt: rows[0]?.now ?? new Date(0) }
}

const openedBy = (kind: 'extension' | 'reopening') =>
  sql<boolean>`exists (select from openings where openings.return_id = returns.id and openings.kind = ${kind})`

interface Row extends Omit<Framed, 'organisation' | 'submission'>, RegisteredOrganisation {
  readonly submissionId: string | null
  readonly nil: boolean | null
  readonly identified: boolean | null
  readonly now: Date
}

function framedOf({
  returnId,
  status,
  submissionId,
  nil,
  identified,
  extended,
  reopened,
  queried,
  joint,
  ...row
}: Row): Framed {
  const { name, type, code, cassrCode, nhsRegion, adassRegion, popRegistered, popResident, popAdults, emailDomains } =
    row
  const region = { nhsRegion, adassRegion }
  const populations = { popRegistered, popResident, popAdults }
  const organisation = { name, type, code, cassrCode, ...region, ...populations, emailDomains }
  const submission = submissionId === null ? null : { id: submissionId, nil: nil ?? false, named: identified ?? false }
  return { returnId, status, organisation, submission, extended, reopened, queried, joint }
}
