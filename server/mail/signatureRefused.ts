import type { Letter } from '../domain/post/letter'
import { closes, pageOf, returnOf, type AboutReturn } from './aboutReturn'

/** Tells a preparer that a return has come back from its signatory, and why. */
export const signatureRefused = (
  about: AboutReturn,
  { by, note }: { readonly by: string; readonly note: string },
): Letter => ({
  subject: `${about.organisation}: your workforce return was sent back to you`,
  paragraphs: [
    `${returnOf(about)} has not been signed. ${by} sent it back, saying:`,
    note,
    'Change what needs to be changed, then send it for signature again.',
    ...closes(about, (when) => `It must be signed and submitted by ${when}.`),
  ],
  button: { text: 'Go to the return', href: pageOf(about) },
})
