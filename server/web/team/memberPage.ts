import type { GivenSection } from '../../db/assignments'
import type { Member } from '../../db/team'
import type { EmployerRole } from '../../domain/people/roles'
import type { Problem } from '../../domain/survey/readSection'
import type { Page } from '../chrome'
import { problemAt, summaryOf } from '../forms'
import { type Prepared, teamPath } from './prepared'
import { sectionsInWords } from './sectionsInWords'
import { type RoleChoice, roleChoices } from './teamPage'

export interface MemberPage extends Page {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  readonly name: string
  readonly email: string
  readonly sections: string
  readonly role: EmployerRole
  readonly roles: readonly RoleChoice[]
  readonly roleProblem: { readonly text: string } | undefined
}

interface Asked {
  readonly team: Prepared
  readonly member: Member
  readonly given: readonly GivenSection[]
  readonly problems?: readonly Problem[]
}

/** One colleague: what they do, and removing them. */
export const memberPage = ({ team, member, given, problems = [] }: Asked): MemberPage => ({
  title: member.name,
  caption: team.organisation,
  backLink: { text: 'Team', href: teamPath(team) },
  problems: summaryOf(problems),
  id: member.id,
  organisationId: team.organisationId,
  organisation: team.organisation,
  name: member.name,
  email: member.email,
  sections: sectionsInWords(member, given),
  role: member.role,
  roles: roleChoices,
  roleProblem: problemAt(problems, 'role'),
})
