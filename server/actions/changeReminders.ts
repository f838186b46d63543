import type { Arrival } from '../clock'
import { decideNow } from '../db/clock'
import { lockCollection } from '../db/collections'
import { scheduleOf, setSchedule } from '../db/reminderSchedules'
import { inTransaction } from '../db/transaction'
import { readSchedule, scheduleAfter } from '../domain/chasing/schedule'
import type { Services } from '../services'

interface ChangeReminders {
  readonly code: string
  /** Days before the last day, as they were typed. */
  readonly typed: string
  readonly personId: string
  readonly arrival: Arrival
}

export type RemindersChanged =
  { readonly kind: 'changed' } | { readonly kind: 'wrong_days'; readonly says: string } | { readonly kind: 'not_found' }

/** Changes on which days the employers of a collection are reminded. */
export const changeReminders = ({ db }: Pick<Services, 'db'>, deed: ChangeReminders) =>
  inTransaction<RemindersChanged>(db, async (tx) => {
    const collection = await lockCollection(tx, deed.code)
    if (!collection) return { kind: 'not_found' }
    const decidedAt = await decideNow(tx, deed.arrival)
    const before = await scheduleOf(tx, collection.id)
    const read = readSchedule(deed.typed, collection, before, decidedAt)
    if (!read.ok) return { kind: 'wrong_days', says: read.says }
    const days = scheduleAfter(read.days, before, decidedAt)
    await setSchedule(tx, { collectionId: collection.id, days, changedBy: deed.personId, decidedAt })
    return { kind: 'changed' }
  })
