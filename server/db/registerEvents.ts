import type { RegisterDetail, RegisterEventKind } from '../domain/register/registerEvents'
import type { Reader, Tx } from './transaction'

export interface NewRegisterEvent {
  readonly kind: RegisterEventKind
  /** What it was done to, as it is called. */
  readonly about: string
  readonly detail?: RegisterDetail
  /** Null: whoever sat at the machine itself. */
  readonly personId: string | null
  readonly decidedAt: Date
}

/** Writes down what an administrator did, in the transaction that does it. */
export async function insertRegisterEvent(tx: Tx, event: NewRegisterEvent): Promise<void> {
  await tx
    .insertInto('registerEvents')
    .values({ ...event, detail: JSON.stringify(event.detail ?? {}) })
    .execute()
}

export interface RegisterEvent {
  readonly id: number
  readonly kind: RegisterEventKind
  readonly about: string
  readonly detail: RegisterDetail
  readonly by: string | null
  readonly decidedAt: Date
}

/** What administrators did, the latest first. */
export function registerEvents(
  db: Reader,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<RegisterEvent[]> {
  const query = db
    .selectFrom('registerEvents')
    .leftJoin('people', 'people.id', 'registerEvents.personId')
    .select(['registerEvents.id', 'kind', 'about', 'detail', 'people.name as by', 'decidedAt'])
    .orderBy('registerEvents.id', 'desc')
    .limit(limit)
  return (before === undefined ? query : query.where('registerEvents.id', '<', before)).execute()
}
