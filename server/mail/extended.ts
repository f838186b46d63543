import type { Letter } from '../domain/post/letter'
import { closes, pageOf, returnOf, type AboutReturn } from './aboutReturn'
import { sectionsOpened, type Opened } from './reopened'

/** Tells an employer that it has been given more time. */
export const extended = (about: AboutReturn, opened: Opened): Letter => ({
  subject: `${about.organisation}: you have more time for your workforce return`,
  paragraphs: [
    `${returnOf(about)} has been given more time. The reason given: ${opened.reason}`,
    sectionsOpened(opened),
    ...closes(about, (when) => `Please complete it, and have it signed and submitted, by ${when}.`),
  ],
  button: { text: 'Go to the return', href: pageOf(about) },
})
