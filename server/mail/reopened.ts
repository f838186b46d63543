import type { Letter } from '../domain/post/letter'
import { closes, pageOf, returnOf, type AboutReturn } from './aboutReturn'

/** Why a return was given back or given longer, and for which sections (null: all). */
export interface Opened {
  readonly reason: string
  /** The titles of the sections. */
  readonly sections: readonly string[] | null
}

/** A sentence on which sections can be changed; `null` is all. */
export const sectionsOpened = ({ sections }: Opened): string =>
  sections === null ? 'All sections can be changed.' : `These sections can be changed: ${sections.join('; ')}.`

/** Tells an employer that its return has been given back. */
export const reopened = (about: AboutReturn, opened: Opened): Letter => ({
  subject: `${about.organisation}: your workforce return has been reopened`,
  paragraphs: [
    `${returnOf(about)} has been reopened. The reason given: ${opened.reason}`,
    sectionsOpened(opened),
    'What was submitted before still stands until you submit again.',
    ...closes(about, (when) => `Please make your changes, and have them signed and submitted, by ${when}.`),
  ],
  button: { text: 'Go to the return', href: pageOf(about) },
})
