import type { Letter } from '../domain/post/letter'

/** A letter as it stands in the post. */
export interface AddressedLetter {
  readonly letter: Letter
  readonly toName: string
  readonly toAddress: string
  /** The same for every try, so that a second copy is known as one. Without angle brackets. */
  readonly messageId: string
  readonly writtenAt: Date
}

/** What came of trying to send a letter once. */
export type Posted =
  | { readonly kind: 'sent' }
  /** There is no mail server: the letter stays here, to be read. */
  | { readonly kind: 'kept' }
  /** It will not go, however often it is tried. */
  | { readonly kind: 'refused'; readonly why: string; readonly noSuchReader: boolean }
  /** It may go later. Unreachable: nor will any other letter now. */
  | { readonly kind: 'delayed'; readonly why: string; readonly unreachable: boolean }

export interface Mailer {
  /** The most letters a minute, of all workers together; undefined: as many as the mail server takes. */
  readonly perMinute: number | undefined
  readonly post: (letter: AddressedLetter) => Promise<Posted>
  /** Ends every connection, and so what is being sent at this moment. */
  readonly close: () => void
}

export interface MailSettings {
  readonly smtpUrl: string | undefined
  /** Whom letters are from: an address, or a name with one. */
  readonly mailFrom: string
  readonly mailPerMinute: number | undefined
  /** Where there is no mail server: what one would answer to a letter that nobody can get; undefined where somebody can. */
  readonly refusalOf?: (address: string) => string | undefined
}
