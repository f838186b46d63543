import { londonDay } from '../collections/calendar'
import { preparersAmong, signersAmong } from '../post/audience'
import { whyNone, type Contactable, type WhyLeftOut } from './recipients'
import { nextReminder, type ChasedReturn, type DueReminder } from './reminders'
import { REMINDERS, toldTooMuch } from './telling'

/** A return as its next reminder is judged. */
export interface Remindable extends ChasedReturn {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly people: readonly Contactable[]
}

/** Why somebody gets no reminder: as with any letter that asks, or because the schedule has come to its end. */
export type WhyNotReminded = WhyLeftOut | 'no_more'

export interface ReminderAhead<R extends Remindable = Remindable> {
  readonly about: R
  readonly due: DueReminder
  readonly reader: Contactable
}

export interface NoReminder<R extends Remindable = Remindable> {
  readonly about: R
  /** Nobody named: the whole employer. */
  readonly reader: Contactable | undefined
  readonly why: WhyNotReminded
}

/** The next reminder of each return if nothing changes until then: who gets it and when, and who does not and why. */
export function remindersAhead<R extends Remindable>(returns: readonly R[], now: Date) {
  const going: ReminderAhead<R>[] = []
  const notGoing: NoReminder<R>[] = []
  for (const about of returns) {
    const due = nextReminder(about, now)
    const why = whyNone(about, due?.dueAt ?? now)
    if (!due || why !== undefined) {
      notGoing.push({ about, reader: undefined, why: why ?? 'no_more' })
      continue
    }
    const readers = readersOf(about, due)
    if (readers.length === 0) notGoing.push({ about, reader: undefined, why: 'no_contact' })
    for (const reader of readers) {
      const not = whyNotTo(reader, due)
      if (not === undefined) going.push({ about, due, reader })
      else notGoing.push({ about, reader, why: not })
    }
  }
  return { going, notGoing }
}

const readersOf = ({ people }: Remindable, { wording }: DueReminder): readonly Contactable[] =>
  wording === 'awaiting_signature' ? signersAmong(people) : preparersAmong(people)

function whyNotTo({ bouncing, told }: Contactable, { day, dueAt }: DueReminder): WhyLeftOut | undefined {
  return bouncing ? 'bouncing' : toldTooMuch(told, { day, occasion: REMINDERS, today: londonDay(dueAt) })
}
