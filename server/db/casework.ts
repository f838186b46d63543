import { sql } from 'kysely'
import type { OpeningKind } from '../domain/collections/opening'
import type { EmployerRole } from '../domain/people/roles'
import type { EventKind } from '../domain/returns/history'
import type { Database } from './schema'
import type { Reader } from './transaction'

/** Look-ups that no organisation bounds: for the network's people only. */

export interface EmployerPerson {
  readonly name: string
  readonly email: string
  readonly telephone: string | null
  readonly role: EmployerRole
  /** Of a contributor to this return: the sections given to them. */
  readonly sections: readonly string[]
}

/** Everybody who takes part in a return for its employer, the preparers first. */
export const peopleOfReturn = (db: Reader, returnId: string): Promise<EmployerPerson[]> =>
  db
    .selectFrom('returns')
    .innerJoin('memberships', 'memberships.organisationId', 'returns.organisationId')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select([
      'people.name',
      'people.email',
      'people.telephone',
      'memberships.role',
      sql<readonly string[]>`array(
        select section from assignments
        where assignments.return_id = returns.id and assignments.person_id = people.id order by section)`.as(
        'sections',
      ),
    ])
    .where('returns.id', '=', returnId)
    .where('people.deactivatedAt', 'is', null)
    .orderBy(sql`array_position(array['preparer', 'signatory', 'contributor'], memberships.role)`)
    .orderBy('people.name')
    .execute()

export interface GrantedOpening {
  readonly kind: OpeningKind
  readonly untilAt: Date
  readonly reason: string
  readonly sections: readonly string[] | null
  readonly grantedBy: string
  readonly decidedAt: Date
}

/** More time and reopenings given to one return, the latest first. */
export const openingsOf = (db: Reader, returnId: string): Promise<GrantedOpening[]> =>
  db
    .selectFrom('openings')
    .innerJoin('people', 'people.id', 'openings.grantedBy')
    .select(['kind', 'untilAt', 'reason', 'sections', 'people.name as grantedBy', 'decidedAt'])
    .where('returnId', '=', returnId)
    .orderBy('decidedAt', 'desc')
    .orderBy('openings.id')
    .execute()

type LetterState = Database['post']['state']['__select__']

export interface LetterOfReturn {
  readonly id: string
  readonly toName: string
  readonly toAddress: string
  readonly subject: string
  readonly state: LetterState
  readonly stateReason: string | null
  readonly decidedAt: Date
}

/** Letters about one return, the latest first. */
export const lettersOf = (db: Reader, returnId: string): Promise<LetterOfReturn[]> =>
  db
    .selectFrom('post')
    .select(['id', 'toName', 'toAddress', 'subject', 'state', 'stateReason', 'decidedAt'])
    .where('returnId', '=', returnId)
    .orderBy('decidedAt', 'desc')
    .orderBy('id')
    .execute()

export interface SubmissionOfReturn {
  readonly number: number
  readonly reference: string
  readonly hash: string
  readonly nil: boolean
  readonly signedBy: string
  readonly decidedAt: Date
}

/** What was signed, without the answers, the latest first. */
export const signedOf = (db: Reader, returnId: string): Promise<SubmissionOfReturn[]> =>
  db
    .selectFrom('submissions')
    .innerJoin('people', 'people.id', 'submissions.signedBy')
    .select(['number', 'reference', 'hash', 'nil', 'people.name as signedBy', 'decidedAt'])
    .where('returnId', '=', returnId)
    .orderBy('number', 'desc')
    .execute()

export interface AuditEntry {
  readonly id: number
  readonly returnId: string
  readonly organisation: string
  readonly collection: string
  readonly kind: EventKind
  readonly detail: Readonly<Record<string, unknown>>
  readonly by: string | null
  readonly decidedAt: Date
}

/** What happened to any return, openings among it, the latest first; `before` is the number of the last one seen. */
export function auditEntries(
  db: Reader,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<AuditEntry[]> {
  const query = db
    .selectFrom('returnEvents')
    .innerJoin('returns', 'returns.id', 'returnEvents.returnId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .leftJoin('people', 'people.id', 'returnEvents.personId')
    .select([
      'returnEvents.id',
      'returns.id as returnId',
      'organisations.name as organisation',
      'collections.code as collection',
      'returnEvents.kind',
      'returnEvents.detail',
      'people.name as by',
      'returnEvents.decidedAt',
    ])
    .orderBy('returnEvents.id', 'desc')
    .limit(limit)
  return (before === undefined ? query : query.where('returnEvents.id', '<', before)).execute()
}
