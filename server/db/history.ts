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

/** Everything that happened to a return besides changes of cells, the latest first. */
export const eventsOf = (db: Reader, returnId: string): Promise<ReturnEvent[]> =>
  db
    .selectFrom('returnEvents')
    .leftJoin('people', 'people.id', 'returnEvents.personId')
    .select(['kind', 'detail', 'people.name as by', 'decidedAt'])
    .where('returnId', '=', returnId)
    .orderBy('returnEvents.id', 'desc')
    .execute()
