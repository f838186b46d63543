import { endOfDay, londonInstant } from '../domain/collections/calendar'
import { idOf } from './identity'

/** The collection that the demonstration shows. */
export const collection = {
  id: idOf('collection', 'mhsw-2019'),
  code: 'mhsw-2019',
  title: 'Mental health social work workforce survey 2019-20',
  opensAt: londonInstant('2020-01-06'),
  cutoffAt: endOfDay('2020-02-10'),
}

const FIVE_MINUTES = 300_000

/** Five minutes past nine on a London day: the reminders due at nine have gone. */
const soonAfterNine = (day: string): Date => new Date(londonInstant(day, 9).getTime() + FIVE_MINUTES)

/** What time it is when the demonstration is loaded. */
export const startsAt = soonAfterNine('2020-01-27')
/** The same, where every employer has submitted: a week after the cutoff. */
export const startsCompleteAt = soonAfterNine('2020-02-17')
