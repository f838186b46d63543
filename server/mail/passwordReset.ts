import { PASSWORD_LINK_MINUTES } from '../domain/people/lifetimes'
import type { Letter } from '../domain/post/letter'

/** Lets somebody who has forgotten their password choose another. */
export const passwordReset = ({ href }: { readonly href: string }): Letter => ({
  subject: 'Choose a new password for Workforce Returns',
  paragraphs: [
    'Somebody, probably you, asked for a new password for this address.',
    `Open the link below to choose one. It works once, for ${PASSWORD_LINK_MINUTES} minutes, and only the newest such link works. Do not show it to anybody.`,
    'If it was not you, you need do nothing: your password stays as it is.',
  ],
  button: { text: 'Choose a new password', href },
})
