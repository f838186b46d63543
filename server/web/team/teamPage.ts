import type { GivenSection } from '../../db/assignments'
import type { OpenInvitation } from '../../db/invitations'
import type { Member } from '../../db/team'
import { shortDayInWords } from '../../domain/collections/calendar'
import { employerDuties } from '../../domain/people/duties'
import { type EmployerRole, employerRoles } from '../../domain/people/roles'
import type { Problem } from '../../domain/survey/readSection'
import type { Link, Page } from '../chrome'
import { problemAt, summaryOf } from '../forms'
import { type Prepared, teamPath } from './prepared'
import { sectionsInWords } from './sectionsInWords'

interface TeamMember {
  readonly name: string
  readonly email: string
  readonly role: string
  readonly sections: string
  /** Nobody removes themselves, or changes their own role: they hand over. */
  readonly href: string | undefined
}

interface Waiting {
  readonly id: string
  readonly email: string
  readonly role: EmployerRole
  readonly roleInWords: string
  readonly sent: string
  readonly works: string
}

/** Roles to choose from, with what each does. */
export interface RoleChoice {
  readonly value: EmployerRole
  readonly text: string
  readonly hint: { readonly text: string }
}

export interface TeamPage extends Page {
  readonly organisationId: string
  readonly others: readonly Link[]
  readonly members: readonly TeamMember[]
  readonly waiting: readonly Waiting[]
  readonly returns: readonly Link[]
  readonly handOverHref: string | undefined
  readonly roles: readonly RoleChoice[]
  readonly email: string
  readonly role: string | undefined
  readonly emailProblem: { readonly text: string } | undefined
  readonly roleProblem: { readonly text: string } | undefined
}

/** The roles in the order in which they are most often wanted. */
export const roleChoices: readonly RoleChoice[] = (['contributor', 'signatory', 'preparer'] as const).map((value) => ({
  value,
  text: employerRoles[value],
  hint: { text: `They ${employerDuties[value]}.` },
}))

interface Asked {
  readonly team: Prepared
  readonly prepared: readonly Prepared[]
  /** Whoever looks. */
  readonly personId: string
  readonly members: readonly Member[]
  readonly given: readonly GivenSection[]
  readonly invitations: readonly OpenInvitation[]
  readonly returns: readonly { readonly id: string; readonly collection: { readonly title: string } }[]
  readonly typed?: { readonly email?: string | undefined; readonly role?: string | undefined }
  readonly problems?: readonly Problem[]
}

/** Everybody who works for an employer, those who were invited, and what can be done about both. */
export const teamPage = ({ team, members, typed = {}, problems = [], ...asked }: Asked): TeamPage => ({
  title: 'Team',
  caption: team.organisation,
  problems: summaryOf(problems),
  organisationId: team.organisationId,
  others: asked.prepared
    .filter(({ organisationId }) => organisationId !== team.organisationId)
    .map((other) => ({ text: other.organisation, href: teamPath(other) })),
  members: members.map((member) => memberLine(member, asked, team)),
  waiting: asked.invitations.map(waitingLine),
  returns: asked.returns.map(({ id, collection }) => ({
    text: collection.title,
    href: `/team/returns/${id}/sections`,
  })),
  handOverHref: members.length > 1 ? teamPath(team, '/hand-over') : undefined,
  roles: roleChoices,
  email: typed.email ?? '',
  role: typed.role,
  emailProblem: problemAt(problems, 'email'),
  roleProblem: problemAt(problems, 'role'),
})

const memberLine = (
  member: Member,
  { given, personId }: Pick<Asked, 'given' | 'personId'>,
  team: Prepared,
): TeamMember => ({
  name: member.id === personId ? `${member.name} (you)` : member.name,
  email: member.email,
  role: employerRoles[member.role],
  sections: sectionsInWords(member, given),
  href: member.id === personId ? undefined : teamPath(team, `/people/${member.id}`),
})

const waitingLine = ({ id, email, role, by, decidedAt, expired }: OpenInvitation): Waiting => ({
  id,
  email,
  role,
  roleInWords: employerRoles[role],
  sent: `${shortDayInWords(decidedAt)}, by ${by}`,
  works: expired ? 'Too old: send it again' : 'Not answered yet',
})
