import { usualSchedule, type ScheduledDay } from '../domain/chasing/reminders'
import type { Reader, Tx } from './transaction'

/** On which days the employers of a collection are reminded. */
export async function scheduleOf(db: Reader, collectionId: string): Promise<readonly ScheduledDay[]> {
  const row = await db
    .selectFrom('reminderSchedules')
    .select('days')
    .where('collectionId', '=', collectionId)
    .executeTakeFirst()
  return row?.days ?? usualSchedule
}

interface ChangedSchedule {
  readonly collectionId: string
  readonly days: readonly ScheduledDay[]
  readonly changedBy: string
  readonly decidedAt: Date
}

/** The schedule of a collection from now on. */
export async function setSchedule(tx: Tx, { days, ...changed }: ChangedSchedule): Promise<void> {
  const values = { ...changed, days: JSON.stringify(days) }
  await tx
    .insertInto('reminderSchedules')
    .values(values)
    .onConflict((before) => before.column('collectionId').doUpdateSet(values))
    .execute()
}
