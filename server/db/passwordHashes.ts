import type { Tx } from './transaction'

/** From now on this is somebody's password. Wherever they were signed in, they are signed out. */
export async function setPasswordHash(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await tx.updateTable('people').set({ passwordHash }).where('id', '=', personId).execute()
  await tx.deleteFrom('sessions').where('personId', '=', personId).execute()
}
