import { lockChasing, setChasing } from '../db/chasing'
import { insertContact, isContactOf, type NewContact } from '../db/contacts'
import { findAnyReturn } from '../db/returns'
import { inTransaction } from '../db/transaction'
import type { Arrival } from '../clock'
import { promiseProblem } from '../domain/chasing/contacts'
import { daysLater, londonDay } from '../domain/collections/calendar'
import type { Services } from '../services'

interface RecordContact extends Omit<NewContact, 'decidedAt'> {
  readonly arrival: Arrival
}

export type ContactRecorded =
  | { readonly kind: 'recorded' }
  /** What is wrong with the day that was promised. */
  | { readonly kind: 'wrong_day'; readonly says: string }
  | { readonly kind: 'not_found' }

const YEAR = 366

/**
 * Writes down a call, an email or a note. It counts as contact, and what was promised with it replaces what was promised
 * before. A correction is no further contact, but may put the promise right.
 */
export const recordContact = ({ db }: Pick<Services, 'db'>, { arrival, ...contact }: RecordContact) =>
  inTransaction<ContactRecorded>(db, async (tx) => {
    const { returnId, promisedOn, corrects } = contact
    if (!(await findAnyReturn(tx, returnId, arrival))) return { kind: 'not_found' }
    const { now } = await lockChasing(tx, returnId)
    if (corrects !== null && !(await isContactOf(tx, returnId, corrects))) return { kind: 'not_found' }
    const today = londonDay(now)
    const says = promisedOn === null ? undefined : promiseProblem(promisedOn, { today, latest: daysLater(today, YEAR) })
    if (says !== undefined) return { kind: 'wrong_day', says }

    await insertContact(tx, { ...contact, decidedAt: now })
    await setChasing(tx, returnId, {
      ...(corrects === null ? { lastContactAt: now } : {}),
      ...(promisedOn === null ? {} : { promisedOn, promisedAt: now }),
      ...(contact.noPromise ? { promisedOn: null, promisedAt: null } : {}),
    })
    return { kind: 'recorded' }
  })
