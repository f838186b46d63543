import { INVITATION_DAYS } from '../domain/people/lifetimes'
import { ownDuties } from '../domain/people/duties'
import type { EmployerRole } from '../domain/people/roles'
import type { Letter } from '../domain/post/letter'

interface Invited {
  readonly organisation: string
  readonly by: string
  readonly role: EmployerRole
  /** The address of the link, its token still to come. */
  readonly href: string
}

/** Invites somebody to work on an employer's return. It reads the same whether or not they have an account. */
export const invitation = ({ organisation, by, role, href }: Invited): Letter => ({
  subject: `${organisation}: ${by} invites you to help with its workforce return`,
  paragraphs: [
    `${by} of ${organisation} invites you to help with its workforce return. ${ownDuties[role]}`,
    `Open the link below and follow what it says. It works once, for ${INVITATION_DAYS} days, and it is meant for you alone: please do not pass this letter on.`,
    'If you did not expect this letter, you need do nothing.',
  ],
  button: { text: 'See the invitation', href },
})
