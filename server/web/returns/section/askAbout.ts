import type { Question } from '../../../domain/survey/definition'
import type { Filling } from './filling'

/** Where the network is asked about one question. */
export interface AskLink {
  readonly href: string
  /** The question, for those who hear the link. */
  readonly label: string
}

/**
 * "Ask about this", beside a question: it opens a message that says what it is about. Not on the page that is signed,
 * which is read in five minutes; and not for the network itself.
 */
export const askAbout = (
  { code, label }: Question,
  { found, section, staffRole }: Pick<Filling, 'found' | 'section' | 'staffRole'>,
): AskLink | undefined =>
  section.filledBy || staffRole
    ? undefined
    : { href: `/returns/${found.id}/questions?about=${encodeURIComponent(code)}`, label }
