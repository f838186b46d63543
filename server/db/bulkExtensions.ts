import type { Reader, Tx } from './transaction'

/** More time for many at once, as it was confirmed. */
export interface BulkExtension {
  readonly id: string
  readonly collectionId: string
  readonly untilDay: string
  readonly reason: string
  /** Null means all. */
  readonly sections: readonly string[] | null
  readonly grantedBy: string
  readonly decidedAt: Date
}

/** Keeps what was confirmed. A form that is sent twice has confirmed once. */
export async function insertBulkExtension(tx: Tx, bulk: BulkExtension): Promise<void> {
  await tx
    .insertInto('bulkExtensions')
    .values({ ...bulk, sections: bulk.sections === null ? null : [...bulk.sections] })
    .onConflict((already) => already.column('id').doNothing())
    .execute()
}

/** More time that was given to many at once. */
export const findBulkExtension = (db: Reader, id: string): Promise<BulkExtension | undefined> =>
  db.selectFrom('bulkExtensions').selectAll().where('id', '=', id).executeTakeFirst()

/** What came of it for one return. */
export interface BulkOutcome {
  readonly returnId: string
  readonly name: string
  readonly code: string
  /** Why it was not given more time; null where it was. */
  readonly because: string | null
}

/** What came of it for each of them, by the names of their organisations. */
export const bulkOutcomes = (db: Reader, id: string): Promise<BulkOutcome[]> =>
  db
    .selectFrom('bulkExtensionReturns')
    .innerJoin('returns', 'returns.id', 'bulkExtensionReturns.returnId')
    .innerJoin('organisations', 'organisations.id', 'returns.organisationId')
    .select(['bulkExtensionReturns.returnId', 'organisations.name', 'organisations.code', 'because'])
    .where('bulkExtensionId', '=', id)
    .orderBy('organisations.name')
    .orderBy('returns.id')
    .execute()

/** Whether one return has been decided on already. */
export async function isInBulk(db: Reader, id: string, returnId: string): Promise<boolean> {
  const found = await db
    .selectFrom('bulkExtensionReturns')
    .select('returnId')
    .where('bulkExtensionId', '=', id)
    .where('returnId', '=', returnId)
    .executeTakeFirst()
  return found !== undefined
}

/** Keeps what came of it for one return. */
export async function insertBulkOutcome(
  tx: Tx,
  outcome: {
    readonly bulkExtensionId: string
    readonly returnId: string
    readonly openingId: string | null
    readonly because: string | null
  },
): Promise<void> {
  await tx.insertInto('bulkExtensionReturns').values(outcome).execute()
}
