import { sql } from 'kysely'
import type { Arrival } from '../clock'
import type { ReturnStatus } from '../domain/returns/lifecycle'
import { cellsInJson } from './cells'
import type { FoundReturn, OpenedReturn } from './foundReturn'
import { foundReturn, fullReturn } from './fullReturn'
import { prepared } from './prepared'
import { telephoned, telephonedInJson } from './telephoned'
import type { Reader, Tx } from './transaction'

/** Who may find a return: one of its employer's people, or somebody of the network. */
export type Scope = { readonly employer: string } | { readonly network: string }

/** Whoever asks, employer or network. */
export const personIn = (scope: Scope): string => ('employer' in scope ? scope.employer : scope.network)

interface OwnOne {
  readonly personId: string
  readonly id: string
  /** Milliseconds. */
  readonly waited: number
}

const ownRow = prepared('own_return', (db, { personId, id, waited }: OwnOne) =>
  fullReturn(db, () => waited)
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
      cellsInJson.as('kept'),
      telephonedInJson.as('telephoned'),
    ]),
)

/** To everybody but the people of its own organisation a return does not exist. It comes with what is in it. */
export async function findOwnReturn(
  db: Reader,
  personId: string,
  id: string,
  arrival: Arrival,
): Promise<OpenedReturn | undefined> {
  const [row] = await ownRow(db, { personId, id, waited: arrival() })
  if (!row) return undefined
  const assigned = row.role === 'contributor' ? row.assigned : null
  return {
    ...foundReturn(row),
    role: row.role,
    alone: row.alone,
    assigned,
    kept: row.kept,
    telephoned: telephoned(row.telephoned),
  }
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

const lockOrganisations = prepared('lock_return', (tx, { id }: { readonly id: string }) =>
  tx
    .selectFrom('returns')
    .select('id')
    .where('organisationId', '=', (of) =>
      of.selectFrom('returns as this').select('this.organisationId').where('this.id', '=', id),
    )
    .orderBy('id')
    .forNoKeyUpdate(),
)

/**
 * Lets nobody else change a return, or another of its organisation, until the transaction ends: they share answers. Locked
 * in the order of their ids by everybody, none waits for one that waits for it. Only then the return is read and the time
 * asked, in a fresh statement: read in the same statement, both could be older than the wait for the lock.
 */
export async function lockReturn(
  tx: Tx,
  scope: Scope,
  id: string,
  arrival: Arrival,
): Promise<FoundReturn | OpenedReturn | undefined> {
  const locked = await lockOrganisations(tx, { id })
  if (locked.length === 0) return undefined
  return 'employer' in scope ? findOwnReturn(tx, scope.employer, id, arrival) : findAnyReturn(tx, id, arrival)
}

/** How far the sections have got, where something outside the return has changed that. */
export async function setProgress(tx: Tx, id: string, progress: FoundReturn['progress']): Promise<void> {
  await tx
    .updateTable('returns')
    .set({ progress: JSON.stringify(progress) })
    .where('id', '=', id)
    .execute()
}

/** Which questions its employer answers. */
export async function setQuestions(
  tx: Tx,
  id: string,
  chosen: { readonly essentialOnly: boolean; readonly status: ReturnStatus },
): Promise<void> {
  await tx.updateTable('returns').set(chosen).where('id', '=', id).execute()
}

/** Moves a return on in its life. Whether it may is `domain/returns/lifecycle`'s to say, under the same lock. */
export async function setStatus(tx: Tx, id: string, status: ReturnStatus): Promise<void> {
  await tx.updateTable('returns').set({ status }).where('id', '=', id).execute()
}

/** Whoever signs sends a return back at this moment. */
export async function setSentBack(tx: Tx, id: string, status: ReturnStatus, at: Date): Promise<void> {
  await tx.updateTable('returns').set({ status, steppedAt: at }).where('id', '=', id).execute()
}

/** The return waits for a signature since this moment. */
export async function setAwaitingSignature(tx: Tx, id: string, status: ReturnStatus, at: Date): Promise<void> {
  await tx.updateTable('returns').set({ status, requestedAt: at }).where('id', '=', id).execute()
}

/** The submission that stands from this moment on; null when it has been taken back. */
export async function setStanding(
  tx: Tx,
  id: string,
  standing: { readonly status: ReturnStatus; readonly submissionId: string | null; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('returns')
    .set({ status: standing.status, standingSubmissionId: standing.submissionId, steppedAt: standing.at })
    .where('id', '=', id)
    .execute()
}

/** Remembers when somebody of an employer first came to its returns; those not yet open to employers are not opened. */
export async function setFirstOpened(tx: Tx, personId: string): Promise<void> {
  const unopened = await tx
    .selectFrom('returns')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .innerJoin('memberships', 'memberships.organisationId', 'returns.organisationId')
    .select('returns.id')
    .where('collections.opensAt', '<=', sql<Date>`app_now()`)
    .where('returns.firstOpenedAt', 'is', null)
    .where('memberships.personId', '=', personId)
    // As everybody locks them.
    .orderBy('returns.id')
    .forNoKeyUpdate('returns')
    .execute()
  const ids = unopened.map(({ id }) => id)
  if (ids.length === 0) return
  await tx
    .updateTable('returns')
    .set({ firstOpenedAt: sql`app_now()` })
    .where('id', 'in', ids)
    .where('firstOpenedAt', 'is', null)
    .execute()
}
