import type { Permit } from '../domain/queries/correcting'
import type { Reader, Tx } from './transaction'

/** What is allowed of corrections in a collection just now, with the words for who allowed it. */
export const permitOf = (db: Reader, collectionId: string): Promise<GrantedPermit | undefined> =>
  db
    .selectFrom('correctionPermits')
    .innerJoin('people', 'people.id', 'correctionPermits.grantedBy')
    .select(['days', 'lastDay', 'grantedBy', 'people.name as grantedByName', 'decidedAt'])
    .where('collectionId', '=', collectionId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()

export interface GrantedPermit extends Permit {
  readonly grantedByName: string
  readonly decidedAt: Date
}

/** Puts an end to what was allowed; it stays to be read. */
export async function endPermit(
  tx: Tx,
  collectionId: string,
  ended: { readonly endedBy: string; readonly endedAt: Date },
): Promise<void> {
  await tx
    .updateTable('correctionPermits')
    .set(ended)
    .where('collectionId', '=', collectionId)
    .where('endedAt', 'is', null)
    .execute()
}

/** Keeps that corrections are allowed, by whom and for how many days. */
export async function insertPermit(
  tx: Tx,
  permit: Permit & { readonly collectionId: string; readonly decidedAt: Date },
): Promise<void> {
  await tx.insertInto('correctionPermits').values(permit).execute()
}
