import type { RemindableReturn } from '../../db/reminders'
import { leftOutReasons } from '../../domain/chasing/recipients'
import type { ReminderWording } from '../../domain/chasing/reminders'
import type { NoReminder, Remindable, ReminderAhead, WhyNotReminded } from '../../domain/chasing/remindersAhead'
import { momentInWords } from '../../domain/collections/calendar'
import { employerRoles } from '../../domain/people/roles'

/** A return about which somebody would be reminded. */
export type About = RemindableReturn & Remindable
/** Those who would be, or those who would not for this reason. */
export type Shown = 'going' | WhyNotReminded

/** Why somebody is not reminded. */
export const reasons: Record<WhyNotReminded, string> = {
  ...leftOutReasons,
  no_more: 'No reminder is left in the schedule',
}

const wordings = {
  not_opened: 'Not opened yet',
  nothing_saved: 'Opened, nothing saved yet',
  started: 'Started, not submitted yet',
  awaiting_signature: 'Waits to be signed',
  reopened: 'Reopened, not submitted since',
} as const satisfies Record<ReminderWording, string>

/** Whether a word asks for one of these lists. */
export const isShown = (text: unknown): text is Shown =>
  typeof text === 'string' && (text === 'going' || Object.hasOwn(reasons, text))

/** Somebody who would be reminded, with when and how. */
export const goingLine = ({ about, due, reader }: ReminderAhead<About>) => ({
  href: `/network/returns/${about.id}`,
  organisation: about.organisation.name,
  to: `${reader.name}, ${employerRoles[reader.role].toLowerCase()}`,
  address: reader.email,
  what: wordings[due.wording],
  when: momentInWords(due.dueAt),
})

/** Somebody who would not, with why. */
export const notGoingLine = ({ about, reader, why }: NoReminder<About>) => ({
  href: `/network/returns/${about.id}`,
  organisation: about.organisation.name,
  to: reader ? `${reader.name}, ${employerRoles[reader.role].toLowerCase()}` : 'Nobody',
  address: reader?.email ?? '',
  what: reasons[why],
  when: 'Not',
})
