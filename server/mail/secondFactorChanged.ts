import { momentInWords } from '../domain/collections/calendar'
import type { Letter } from '../domain/post/letter'

/** What became of somebody's two-factor sign-in. */
export type SecondFactorChange = 'on' | 'off' | 'removed' | 'recovery_codes' | 'recovery_code_used'

const says: Readonly<Record<SecondFactorChange, { readonly subject: string; readonly did: string }>> = {
  on: {
    subject: 'Two-factor sign-in is on',
    did: 'From now on you sign in with your password and a code from the app you chose',
  },
  off: { subject: 'Two-factor sign-in is off', did: 'You turned it off: you sign in with your password alone' },
  removed: {
    subject: 'Two-factor sign-in has been removed',
    did: 'An administrator removed it: you sign in with your password, and can set up an app again under “Your account”',
  },
  recovery_codes: {
    subject: 'You have new recovery codes',
    did: 'You made new recovery codes: those you had before work no more',
  },
  recovery_code_used: {
    subject: 'A recovery code was used',
    did: 'Somebody signed in with your password and one of your recovery codes, which works no more',
  },
}

/** Tells somebody that what they sign in with has changed, in case it was not they who changed it. */
export const secondFactorChanged = (
  change: SecondFactorChange,
  { now, publicUrl }: { readonly now: Date; readonly publicUrl: string },
): Letter => ({
  subject: `${says[change].subject}: Workforce Returns`,
  paragraphs: [
    `${says[change].did} (${momentInWords(now)}).`,
    'If it was not you, choose a new password at once, and tell us.',
  ],
  button: { text: 'Choose a new password', href: `${publicUrl}/forgotten-password` },
})
