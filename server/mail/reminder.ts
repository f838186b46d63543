import type { ReminderWording } from '../domain/chasing/reminders'
import { timeLeft } from '../domain/collections/calendar'
import type { Letter } from '../domain/post/letter'
import { closes, pageOf, returnOf, type AboutReturn } from './aboutReturn'

/** How a return that is still outstanding is put, by what it waits for and whether the reader signs it. */
const wordings: Record<ReminderWording, (about: AboutReturn) => string> = {
  not_opened: (about) => `${returnOf(about)} has not been opened yet.`,
  nothing_saved: (about) => `${returnOf(about)} has been opened, but nothing has been saved in it yet.`,
  started: (about) => `${returnOf(about)} has been started, and has not been submitted yet.`,
  awaiting_signature: (about) => `${returnOf(about)} is complete and waits to be signed.`,
  reopened: (about) =>
    `${returnOf(about)} has been reopened, and has not been submitted since. What was submitted before still stands.`,
}

/** Reminds somebody of a return that has not been submitted. */
export function reminder(wording: ReminderWording, about: AboutReturn): Letter {
  const signing = wording === 'awaiting_signature'
  const left = about.cutoffAt && timeLeft(about.cutoffAt, about.now)
  const what = signing ? 'a workforce return to sign' : 'your workforce return'
  return {
    subject: `${about.organisation}: ${what}${left ? `, due ${left}` : ''}`,
    paragraphs: [
      wordings[wording](about),
      ...closes(about, (when) => `Please ${signing ? 'sign and submit it' : 'complete it and send it in'} by ${when}.`),
      'At that moment it is locked, and nothing more can be typed or sent.',
      `If you cannot make it, ask for more time before then: ${pageOf(about, '/reopening-requests')}`,
    ],
    button: signing
      ? { text: 'Read and sign the return', href: pageOf(about, '/sign-off') }
      : { text: 'Go to the return', href: pageOf(about) },
  }
}
