import { sql } from 'kysely'
import type { ContactKind } from '../domain/chasing/contacts'
import type { Narrowing, WorklistOrder } from '../domain/chasing/narrowing'
import type { WorklistView } from '../domain/chasing/views'
import type { ReturnStatus } from '../domain/returns/lifecycle'
import type { OrganisationType } from '../domain/survey/expression'
import type { Progress } from '../domain/survey/progress'
import { bouncing, isInView, lettersUnanswered, type ListedAt, population, promisedOn, ringScore } from './chasingFacts'
import type { Reader } from './transaction'
import { waitsForEmployer } from './unanswered'

/** Whom to ring: somebody of an employer. */
export interface Contact {
  readonly name: string
  readonly email: string
  readonly telephone: string | null
}

/** One return in the list the network works through. */
export interface WorklistRow {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly type: OrganisationType
  readonly nhsRegion: string
  readonly status: ReturnStatus
  readonly stands: boolean
  readonly progress: Readonly<Record<string, Progress>>
  readonly firstOpenedAt: Date | null
  readonly lastActiveAt: Date | null
  readonly requestedAt: Date | null
  readonly population: number | null
  /** Letters that asked for it since its employer last did something. */
  readonly letters: number
  readonly bouncing: boolean
  /** Questions about its figures that wait for an answer, and when the first of them was asked. */
  readonly questions: { readonly count: number; readonly since: string } | null
  readonly promisedOn: string | null
  /** When somebody of the network was last in touch. */
  readonly lastContactAt: Date | null
  readonly lastContact: { readonly kind: ContactKind } | null
  /** The last letter that asked for it, or about a figure in it. */
  readonly lastLetter: { readonly at: string; readonly kind: string } | null
  readonly ownerId: string | null
  readonly owner: string | null
  /** The first of those who prepare the return; of those who sign it, where it waits for them. */
  readonly contact: Contact | null
}

export interface WorklistPart {
  readonly by: WorklistOrder
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

const stands = sql<boolean>`returns.standing_submission_id is not null`

const contact = sql<Contact | null>`(
  select jsonb_build_object('name', people.name, 'email', people.email, 'telephone', people.telephone)
  from memberships join people on people.id = memberships.person_id
  where memberships.organisation_id = organisations.id and people.deactivated_at is null
    and memberships.role in ('preparer', case returns.status when 'awaiting_signature' then 'signatory' end)
  order by memberships.role desc, people.name, people.id limit 1)`

/** Kinds of letters that ask an employer for something. */
const asking = sql`('reminder', 'signature_reminder', 'chase', 'query_asked', 'query_reminder')`

const lastLetter = sql<WorklistRow['lastLetter']>`(
  select jsonb_build_object('at', post.decided_at, 'kind', post.kind) from post
  where post.return_id = returns.id and post.kind in ${asking}
    and post.state in ('sent', 'kept') order by post.decided_at desc limit 1)`

const questions = sql<WorklistRow['questions']>`(
  select jsonb_build_object('count', count(*), 'since', min(queries.asked_at)) from queries
  where queries.return_id = returns.id and ${waitsForEmployer} having count(*) > 0)`

const lastContact = sql<WorklistRow['lastContact']>`(
  select jsonb_build_object('kind', contacts_made.kind) from contacts_made
  where contacts_made.return_id = returns.id and corrects is null order by id desc limit 1)`

const lastLetterAt = sql`(
  select max(post.decided_at) from post
  where post.return_id = returns.id and post.kind in ${asking}
    and post.state in ('sent', 'kept'))`

const state = sql`array_position(array['not_started', 'in_progress', 'awaiting_signature', 'reopened', 'submitted', 'nil',
  'covered', 'declined', 'no_longer_required'], returns.status)`

/** What the list is ordered by, least first; who is to be rung, the most pressing first. */
const keys = {
  name: () => sql`organisations.name`,
  type: () => sql`organisations.type`,
  region: () => sql`organisations.nhs_region`,
  state: () => state,
  progress: () => sql`returns.finished`,
  active: () => sql`returns.last_active_at`,
  problems: () => sql`returns.problems`,
  warnings: () => sql`returns.unexplained`,
  contacted: () => sql`greatest(chasing.last_contact_at, ${lastLetterAt})`,
  promised: () => promisedOn,
  owner: () => sql`owner.name`,
  ring: (at: ListedAt) => sql`-${ringScore(at)}`,
} satisfies Record<WorklistOrder, unknown>

/** These orders begin with those who have something to be ordered by. */
const isKnownFirst = (by: WorklistOrder): boolean => by === 'promised' || by === 'owner'

/** The ids of a part of a list, in its order: what is said of each is looked up for these alone. */
const partOf = (
  db: Reader,
  { collectionId, at }: WorklistOf,
  narrowing: Narrowing,
  { by, descending, offset, limit }: WorklistPart,
) => {
  const nulls = descending || isKnownFirst(by) ? sql`nulls last` : sql`nulls first`
  const order = sql`${keys[by](at)} ${descending ? sql`desc` : sql`asc`} ${nulls}, organisations.name, returns.id`
  return narrowed(db, collectionId, narrowing, at)
    .leftJoin('people as owner', 'owner.id', 'chasing.ownerId')
    .select(['returns.id', sql<number>`row_number() over (order by ${order})`.as('place')])
    .orderBy('place')
    .offset(offset)
    .limit(limit)
}

interface WorklistOf {
  readonly collectionId: string
  readonly at: ListedAt
}

/** A part of a collection's list of returns. Reads what was kept when they were saved, never their cells. */
export const worklist = (
  db: Reader,
  of: WorklistOf,
  narrowing: Narrowing,
  part: WorklistPart,
): Promise<WorklistRow[]> =>
  db
    .selectFrom(partOf(db, of, narrowing, part).as('part'))
    .innerJoin('returns', 'returns.id', 'part.id')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .leftJoin('chasing', 'chasing.returnId', 'returns.id')
    .leftJoin('people as owner', 'owner.id', 'chasing.ownerId')
    .select([
      'returns.id',
      'organisations.name',
      'organisations.code',
      'organisations.type',
      'organisations.nhsRegion',
      'returns.status',
      stands.as('stands'),
      'returns.progress',
      'returns.firstOpenedAt',
      'returns.lastActiveAt',
      'returns.requestedAt',
      population.as('population'),
      lettersUnanswered.as('letters'),
      bouncing.as('bouncing'),
      questions.as('questions'),
      promisedOn.as('promisedOn'),
      'chasing.lastContactAt',
      lastContact.as('lastContact'),
      lastLetter.as('lastLetter'),
      'chasing.ownerId',
      'owner.name as owner',
      contact.as('contact'),
    ])
    .orderBy('part.place')
    .execute()

/**
 * The returns of a collection that are all of this, with their organisations and where chasing them stands. Who narrows
 * by a view says for what moment.
 */
export function narrowed(db: Reader, collectionId: string, narrowing: Narrowing, at?: ListedAt) {
  const { status, type, region, q, view, owner } = narrowing
  let query = db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .leftJoin('chasing', 'chasing.returnId', 'returns.id')
    .where('returns.collectionId', '=', collectionId)
  if (status) query = query.where('returns.status', '=', status)
  if (type) query = query.where('organisations.type', '=', type)
  if (region) query = query.where('organisations.nhsRegion', '=', region)
  if (owner === 'nobody') query = query.where('chasing.ownerId', 'is', null)
  else if (owner) query = query.where('chasing.ownerId', '=', owner)
  if (view) query = query.where(viewAt(view, at))
  if (q) {
    const part = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) =>
      eb.or([eb('organisations.name', 'ilike', part), eb('organisations.code', 'ilike', part)]),
    )
  }
  return query
}

function viewAt(view: WorklistView, at: ListedAt | undefined) {
  if (!at) throw new Error(`To narrow by the view '${view}' it must be known at what moment`)
  return isInView(view, at)
}
