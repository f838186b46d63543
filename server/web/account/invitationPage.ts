import type { Invitation } from '../../db/invitations'
import type { Accepting } from '../../domain/people/accepting'
import { ownDuties } from '../../domain/people/duties'
import { employerRoles } from '../../domain/people/roles'
import type { Problem } from '../../domain/survey/readSection'
import type { Page } from '../chrome'
import { problemAt, summaryOf } from '../forms'

interface Line {
  readonly key: { readonly text: string }
  readonly value: { readonly text: string }
}

export interface InvitationPage extends Page {
  readonly how: Accepting
  readonly by: string
  readonly about: readonly Line[]
  readonly email: string
  readonly signInHref: string
  readonly signedInAs: string
  readonly name: string
  readonly nameProblem: { readonly text: string } | undefined
  readonly passwordProblem: { readonly text: string } | undefined
}

interface Asked {
  readonly invitation: Invitation
  readonly how: Accepting
  readonly token: string
  readonly signedInAs?: string | undefined
  readonly name?: string | undefined
  readonly problems?: readonly Problem[]
}

const line = (key: string, value: string): Line => ({ key: { text: key }, value: { text: value } })

/** What somebody who was invited is told, and what they are asked for. */
export const invitationPage = ({
  invitation: { organisation, email, role, by },
  how,
  token,
  signedInAs = '',
  name = '',
  problems = [],
}: Asked): InvitationPage => ({
  title: `Help with the workforce return of ${organisation}`,
  problems: summaryOf(problems),
  how,
  by,
  about: [
    line('Invited by', by),
    line('Organisation', organisation),
    line('As', `${employerRoles[role]}. ${ownDuties[role]}`),
    line('Email address', email),
  ],
  email,
  signInHref: `/sign-in?next=${encodeURIComponent(`/invitations/${token}`)}`,
  signedInAs,
  name,
  nameProblem: problemAt(problems, 'name'),
  passwordProblem: problemAt(problems, 'password'),
})
