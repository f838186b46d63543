import { sql } from 'kysely'
import { coveringBy, type Concerned } from '../domain/returns/covering'
import type { FoundReturn } from './foundReturn'
import { insertEvent } from './history'
import type { Reader, Tx } from './transaction'

/** Organisations that a joint return in a collection says it answers for. */
export interface Named {
  readonly collectionId: string
  readonly codes: readonly string[]
}

/**
 * Locks the returns of an organisation together with those its joint returns answer for, or will, in the one order in which
 * everybody locks returns. To be called before anything else is locked.
 */
export async function lockWithCovered(tx: Tx, ids: readonly string[], named: readonly Named[] = []): Promise<void> {
  await tx
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select('returns.id')
    .where((eb) =>
      eb.or([
        eb('returns.coveredBy', 'in', ids),
        eb('returns.organisationId', 'in', (own) =>
          own.selectFrom('returns as joint').select('joint.organisationId').where('joint.id', 'in', ids),
        ),
        ...named
          .filter(({ codes }) => codes.length > 0)
          .map(({ collectionId, codes }) =>
            eb.and([eb('returns.collectionId', '=', collectionId), eb('organisations.code', 'in', codes)]),
          ),
      ]),
    )
    .orderBy('returns.id')
    .forNoKeyUpdate('returns')
    .execute()
}

const concerned = (db: Reader, { id, collection }: FoundReturn, codes: readonly string[]): Promise<Concerned[]> =>
  db
    .selectFrom('returns')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select(['returns.id', 'organisations.code', 'returns.status', 'returns.coveredBy'])
    .where('returns.collectionId', '=', collection.id)
    .where('returns.id', '<>', id)
    .where((eb) => eb.or([eb('returns.coveredBy', '=', id), eb('organisations.code', 'in', [...codes, ''])]))
    .orderBy('returns.id')
    .execute()

/** Lets a joint return answer for the organisations with these codes, and no others. With none it answers for nobody. */
export async function coverOrganisations(tx: Tx, joint: FoundReturn, codes: readonly string[]): Promise<void> {
  const { covered, released } = coveringBy(joint.id, codes, await concerned(tx, joint, codes))
  const event = { detail: { organisation: joint.organisation.name }, personId: null, decidedAt: joint.now }
  for (const { id } of covered) {
    await setCovered(tx, id, joint.id)
    await insertEvent(tx, { ...event, returnId: id, kind: 'covered' })
  }
  for (const { id } of released) {
    await setReleased(tx, id)
    await insertEvent(tx, { ...event, returnId: id, kind: 'uncovered' })
  }
}

async function setCovered(tx: Tx, id: string, coveredBy: string): Promise<void> {
  await tx
    .updateTable('returns')
    .set({ status: 'covered', coveredBy, setAsideFrom: sql`status` })
    .where('id', '=', id)
    .execute()
}

/** It is again what it was. */
async function setReleased(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('returns')
    .set({ status: sql`coalesce(set_aside_from, 'not_started')`, coveredBy: null, setAsideFrom: null })
    .where('id', '=', id)
    .execute()
}
