import { sql } from 'kysely'
import type { Reader, Tx } from './transaction'

/** When somebody turned two-factor sign-in on, and how many recovery codes they have left. */
export interface SecondFactorStanding {
  readonly since: Date
  readonly codesLeft: number
}

const codesLeft = sql<number>`(
  select count(*)::int from recovery_codes where recovery_codes.person_id = second_factors.person_id)`

/** Whether somebody signs in with a code as well; undefined where they do not. */
export const findSecondFactor = (db: Reader, personId: string): Promise<SecondFactorStanding | undefined> =>
  db
    .selectFrom('secondFactors')
    .select(['decidedAt as since', codesLeft.as('codesLeft')])
    .where('personId', '=', personId)
    .executeTakeFirst()

/** What codes are judged by, and the seconds since 1970 in real time. Nobody else's code is judged meanwhile. */
export const lockSecondFactor = (tx: Tx, personId: string) =>
  tx
    .selectFrom('secondFactors')
    .select(['secret', 'lastStep', sql<number>`extract(epoch from clock_timestamp())::float8`.as('seconds')])
    .where('personId', '=', personId)
    .forUpdate()
    .executeTakeFirst()

/** The code of these 30 seconds has been taken. */
export async function setLastStep(tx: Tx, personId: string, lastStep: number): Promise<void> {
  await tx.updateTable('secondFactors').set({ lastStep }).where('personId', '=', personId).execute()
}

interface SecondFactor {
  readonly personId: string
  readonly secret: Buffer
  readonly lastStep: number
  readonly decidedAt: Date
}

/** Somebody signs in with this app from now on; one they had before makes codes for nothing. */
export async function replaceSecondFactor(tx: Tx, factor: SecondFactor, codeHashes: readonly Buffer[]): Promise<void> {
  await tx.deleteFrom('secondFactors').where('personId', '=', factor.personId).execute()
  await tx.insertInto('secondFactors').values(factor).execute()
  await insertRecoveryCodes(tx, factor.personId, codeHashes)
}

/** New codes on paper; the old ones work no more. */
export async function replaceRecoveryCodes(tx: Tx, personId: string, codeHashes: readonly Buffer[]): Promise<void> {
  await tx.deleteFrom('recoveryCodes').where('personId', '=', personId).execute()
  await insertRecoveryCodes(tx, personId, codeHashes)
}

async function insertRecoveryCodes(tx: Tx, personId: string, codeHashes: readonly Buffer[]): Promise<void> {
  await tx
    .insertInto('recoveryCodes')
    .values(codeHashes.map((codeHash) => ({ personId, codeHash })))
    .execute()
}

/** Uses up a code on paper, in one statement: of many who try, one succeeds. Whether this one did. */
export async function useRecoveryCode(tx: Tx, personId: string, codeHash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('recoveryCodes')
    .where('personId', '=', personId)
    .where('codeHash', '=', codeHash)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Somebody signs in with their password alone from now on; whether it was otherwise before. */
export async function deleteSecondFactor(tx: Tx, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('secondFactors').where('personId', '=', personId).executeTakeFirst()
  return numDeletedRows > 0n
}
