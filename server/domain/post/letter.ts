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
