import type { Member } from '../../db/team'
import { employerRoles } from '../../domain/people/roles'
import type { Problem } from '../../domain/survey/readSection'
import type { Page } from '../chrome'
import { problemAt, summaryOf } from '../forms'
import { type Prepared, teamPath } from './prepared'

interface Choice {
  readonly value: string
  readonly text: string
  readonly hint?: { readonly text: string }
}

export interface HandOverPage extends Page {
  readonly organisationId: string
  readonly organisation: string
  readonly colleagues: readonly Choice[]
  readonly stays: readonly Choice[]
  readonly successor: string | undefined
  readonly staying: string | undefined
  readonly successorProblem: { readonly text: string } | undefined
  readonly staysProblem: { readonly text: string } | undefined
}

interface Asked {
  readonly team: Prepared
  readonly colleagues: readonly Member[]
  readonly typed?: { readonly successor?: string; readonly stays?: string }
  readonly problems?: readonly Problem[]
}

/** Handing over: to whom, and what becomes of oneself. */
export const handOverPage = ({ team, colleagues, typed = {}, problems = [] }: Asked): HandOverPage => ({
  title: 'Hand over',
  caption: team.organisation,
  backLink: { text: 'Team', href: teamPath(team) },
  problems: summaryOf(problems),
  organisationId: team.organisationId,
  organisation: team.organisation,
  colleagues: colleagues.map(({ id, name, email, role }) => ({
    value: id,
    text: name,
    hint: { text: `${employerRoles[role]}, ${email}${role === 'signatory' ? '. Somebody else must sign then.' : ''}` },
  })),
  stays: [
    { value: 'no', text: 'I leave the team', hint: { text: 'You cannot see these returns any more.' } },
    { value: 'yes', text: 'I stay as a contributor', hint: { text: 'You see the sections your successor gives you.' } },
  ],
  successor: typed.successor,
  staying: typed.stays,
  successorProblem: problemAt(problems, 'successor'),
  staysProblem: problemAt(problems, 'stays'),
})
