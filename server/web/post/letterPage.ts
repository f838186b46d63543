import type { FoundLetter } from '../../db/letters'
import { momentInWords } from '../../domain/collections/calendar'
import type { StaffRole } from '../../domain/people/roles'
import { letterKindInWords, type Button, type Letter } from '../../domain/post/letter'
import { stateInWords } from '../../domain/post/stateInWords'
import { closing, greeting } from '../../domain/post/written'
import type { Page } from '../chrome'

export interface LetterPage extends Page {
  readonly about: readonly { readonly term: string; readonly says: string }[]
  readonly text: readonly string[]
  readonly button: Button | undefined
  /** Said in place of a link that is for its reader alone. */
  readonly hidden: string | undefined
  readonly return: { readonly href: string; readonly text: string } | undefined
}

export interface LetterSeen {
  readonly found: FoundLetter
  /** The letter as its reader gets it, its secret link complete. */
  readonly complete: Letter
  /** Of whoever looks. */
  readonly staffRole: StaffRole
}

/** One letter: what it says, and what has become of it. */
export function letterPage(seen: LetterSeen): LetterPage {
  const { found } = seen
  const written = { letter: seen.complete, toName: found.toName, writtenAt: found.decidedAt }
  const shown = mayShowLink(seen)
  return {
    title: found.subject,
    caption: letterKindInWords(found.kind),
    backLink: { text: 'All letters', href: '/network/post' },
    about: [
      { term: 'To', says: `${found.toName}, ${found.toAddress}` },
      ...(found.organisation === null ? [] : [{ term: 'About', says: found.organisation }]),
      { term: 'Written', says: momentInWords(found.decidedAt) },
      { term: 'State', says: stateInWords(found) },
      { term: 'Message-ID', says: found.messageId },
    ],
    text: [greeting(written), ...found.paragraphs, closing(written)],
    button: shown ? seen.complete.button : undefined,
    hidden: shown ? undefined : 'Its link lets in whoever has it, so it is shown to its reader alone.',
    return:
      found.returnId === null || found.organisation === null
        ? undefined
        : { href: `/network/returns/${found.returnId}`, text: `The return of ${found.organisation}` },
  }
}

/**
 * A link that lets in whoever has it is read here only where there is no mail server to carry it; and one that lets in
 * somebody of the network, who may do more than the reader of this page, only by an administrator.
 */
function mayShowLink({ found, complete, staffRole }: LetterSeen): boolean {
  const secret = complete.button?.href !== found.button?.href
  return !secret || (found.state === 'kept' && (found.readersStaffRole === null || staffRole === 'admin'))
}
