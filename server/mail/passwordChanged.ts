import { momentInWords } from '../domain/collections/calendar'
import type { Letter } from '../domain/post/letter'

/** Tells somebody that their password has been changed, in case it was not they who did it. */
export const passwordChanged = ({ now, publicUrl }: { readonly now: Date; readonly publicUrl: string }): Letter => ({
  subject: 'Your password for Workforce Returns has been changed',
  paragraphs: [
    `Your password was changed at ${momentInWords(now)}. Wherever else you were signed in, you have been signed out.`,
    'If it was not you, choose a new password at once, and tell us.',
  ],
  button: { text: 'Choose a new password', href: `${publicUrl}/forgotten-password` },
})
