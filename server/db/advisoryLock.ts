import { sql } from 'kysely'
import type { Tx } from './transaction'

/** Whether this transaction is now the only one that does this, on any machine. It stays so until the transaction ends. */
export async function isAlone(tx: Tx, does: string): Promise<boolean> {
  const { alone } = await tx
    .selectNoFrom(sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(${does}, 0))`.as('alone'))
    .executeTakeFirstOrThrow()
  return alone
}

/** Waits until this transaction is the only one that does this, on any machine. It stays so until the transaction ends. */
export async function waitToBeAlone(tx: Tx, does: string): Promise<void> {
  await tx.selectNoFrom(sql`pg_advisory_xact_lock(hashtextextended(${does}, 0))`.as('locked')).execute()
}
