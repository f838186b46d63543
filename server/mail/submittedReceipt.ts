import { momentInWords } from '../domain/collections/calendar'
import type { Letter } from '../domain/post/letter'
import { closes, pageOf, returnOf, type AboutReturn } from './aboutReturn'

/** Says to those who made a return that it has arrived, when, and under which reference. */
export const submittedReceipt = (
  about: AboutReturn,
  { by, reference }: { readonly by: string; readonly reference: string },
): Letter => ({
  subject: `${about.organisation}: your workforce return has been submitted (${reference})`,
  paragraphs: [
    `${returnOf(about)} was signed and submitted by ${by} at ${momentInWords(about.now)}.`,
    `Its reference is ${reference}. Nothing more is needed from you.`,
    ...closes(about, (when) => `If something in it is wrong, you can take it back until ${when}.`),
  ],
  button: { text: 'See the receipt', href: pageOf(about, '/receipt') },
})
