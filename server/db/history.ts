import type { EventKind } from '../domain/returns/history'
import type { Reader, Tx } from './transaction'

export interface ReturnEvent {
  readonly kind: EventKind
  readonly detail: Readonly<Record<string, unknown>>
  readonly by: string | null
  readonly decidedAt: Date
}

/** Writes down what happened to a return, who did it and when it was decided. */
export async function insertEvent(
  tx: Tx,
  event: {
    readonly returnId: string
    readonly kind: EventKind
    readonly detail?: Readonly<Record<string, unknown>>
    readonly personId: string | null
    readonly decidedAt: Date
  },
): Promise<void> {
  await tx
    .insertInto('returnEvents')
    .values({ ...event, detail: JSON.stringify(event.detail ?? {}) })
    .execute()
}

/** Writes down what happened to every return of an employer that can still be changed. */
export async function insertEventOfEach(
  tx: Tx,
  organisationId: string,
  { decidedAt, ...event }: Omit<Parameters<typeof insertEvent>[1], 'returnId'>,
): Promise<void> {
  const open = await tx
    .selectFrom('returns')
    .innerJoin('collections', 'collections.id', 'returns.collectionId')
    .leftJoin('openings', 'openings.returnId', 'returns.id')
    .where('returns.organisationId', '=', organisationId)
    .where((eb) => eb.or([eb('collections.cutoffAt', '>', decidedAt), eb('openings.untilAt', '>', decidedAt)]))
    .select('returns.id')
    .distinct()
    .orderBy('returns.id')
    .execute()
  for (const { id } of open) await insertEvent(tx, { ...event, returnId: id, decidedAt })
}

/** Everything that happened to a return besides changes of cells, the latest first. */
export const eventsOf = (db: Reader, returnId: string): Promise<ReturnEvent[]> =>
  db
    .selectFrom('returnEvents')
    .leftJoin('people', 'people.id', 'returnEvents.personId')
    .select(['kind', 'detail', 'people.name as by', 'decidedAt'])
    .where('returnId', '=', returnId)
    .orderBy('returnEvents.id', 'desc')
    .execute()
