/** The one thing a letter asks its reader to do. */
export interface Button {
  readonly text: string
  readonly href: string
}

/** A letter to one person: plain sentences, and perhaps one thing to press. */
export interface Letter {
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly button?: Button
}

/** Whom a letter is for. */
export interface Recipient {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** Every kind of letter, and what it is called on the network's pages. */
export const letterKinds = {
  reminder: 'Reminder',
  signature_reminder: 'Reminder to sign',
  chase: 'Letter to many',
  signature_requested: 'Request for signature',
  signature_refused: 'Signature refused',
  submitted: 'Receipt',
  reopened: 'Reopening',
  extended: 'More time',
  invitation: 'Invitation',
  password_reset: 'New password',
  password_changed: 'Password changed',
  second_factor_changed: 'Two-factor sign-in changed',
  section_assigned: 'Sections given',
  assignment_reminder: 'Reminder of sections',
  handed_over: 'Handed over',
  question_answered: 'Answer to a question',
  query_asked: 'Question about figures',
  query_reminder: 'Reminder of questions',
  request_granted: 'Request granted',
  request_refused: 'Request refused',
} as const

export type LetterKind = keyof typeof letterKinds

/** What has become of a letter. */
export type LetterState = 'waiting' | 'sent' | 'kept' | 'failed' | 'not_needed'

/** How letters stand, in words. */
export const letterStates = {
  waiting: 'Waiting to go',
  sent: 'Sent',
  kept: 'Kept here, not sent by mail',
  failed: 'Could not be delivered',
  not_needed: 'No longer needed',
} as const satisfies Record<LetterState, string>

/** Whether a word says how a letter stands. */
export const isLetterState = (text: unknown): text is LetterState =>
  typeof text === 'string' && Object.hasOwn(letterStates, text)

/** What a kind of letter is called. */
export const letterKindInWords = (kind: string): string =>
  new Map<string, string>(Object.entries(letterKinds)).get(kind) ?? 'Letter'
