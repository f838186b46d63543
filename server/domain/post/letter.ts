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
  signature_requested: 'Request for signature',
  signature_refused: 'Signature refused',
  submitted: 'Receipt',
  reopened: 'Reopening',
  extended: 'More time',
  invitation: 'Invitation',
  password_reset: 'New password',
} as const

export type LetterKind = keyof typeof letterKinds

/** What has become of a letter. */
export type LetterState = 'waiting' | 'sent' | 'kept' | 'failed' | 'not_needed'

export const letterStates = {
  waiting: 'Waiting',
  sent: 'Sent',
  kept: 'Kept, not sent',
  failed: 'Failed',
  not_needed: 'Not needed',
} as const satisfies Record<LetterState, string>

/** Letters whose link lets whoever has it in: shown to nobody else once a mail server has carried it. */
export const isSecret = (kind: string): boolean => kind === 'invitation' || kind === 'password_reset'
