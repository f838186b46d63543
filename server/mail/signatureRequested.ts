import type { Letter } from '../domain/post/letter'
import { closes, pageOf, returnOf, type AboutReturn } from './aboutReturn'

/** Tells a signatory that a return waits for them. */
export const signatureRequested = (about: AboutReturn, { by }: { readonly by: string }): Letter => ({
  subject: `${about.organisation}: a workforce return to sign`,
  paragraphs: [
    `${returnOf(about)} is complete. ${by} has sent it to you to be signed.`,
    'Read the summary. If it is right, sign and submit it. If not, send it back and say what to change.',
    ...closes(about, (when) => `Please do so by ${when}. Then it is locked, signed or not.`),
  ],
  button: { text: 'Read and sign the return', href: pageOf(about, '/sign-off') },
})
