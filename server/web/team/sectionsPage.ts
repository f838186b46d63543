import type { GivenSection } from '../../db/assignments'
import type { OwnReturn } from '../../db/foundReturn'
import type { Member } from '../../db/team'
import { dueDayInWords } from '../../domain/people/dueDay'
import type { Problem } from '../../domain/survey/readSection'
import type { SurveyDefinition } from '../../domain/survey/definition'
import type { Page } from '../chrome'
import { problemAt, summaryOf } from '../forms'
import { teamPath } from './prepared'

interface Holder {
  readonly personId: string
  readonly name: string
  readonly due: string | undefined
  readonly note: string | null
}

interface SectionLine {
  readonly code: string
  readonly letter: string
  readonly title: string
  readonly holders: readonly Holder[]
}

export interface SectionsPage extends Page {
  readonly action: string
  readonly contributors: readonly { readonly value: string; readonly text: string }[]
  readonly sections: readonly SectionLine[]
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly person: string | undefined
  readonly chosen: readonly string[]
  readonly dueOn: string
  readonly note: string
  readonly personProblem: { readonly text: string } | undefined
  readonly sectionProblem: { readonly text: string } | undefined
  readonly dueProblem: { readonly text: string } | undefined
  readonly noteProblem: { readonly text: string } | undefined
}

interface Asked {
  readonly found: OwnReturn
  readonly definition: SurveyDefinition
  readonly members: readonly Member[]
  readonly given: readonly GivenSection[]
  readonly typed?: Readonly<Record<string, string>>
  readonly chosen?: readonly string[]
  readonly problems?: readonly Problem[]
}

/** Who fills in which sections of a return, and giving them others. */
export function sectionsPage({
  found,
  definition,
  members,
  given,
  typed = {},
  chosen = [],
  problems = [],
}: Asked): SectionsPage {
  const sections = definition.sections.filter(({ filledBy }) => filledBy === undefined)
  const team = { organisationId: found.organisation.id, organisation: found.organisation.name }
  const contributors = members
    .filter(({ role }) => role === 'contributor')
    .map(({ id, name, email }) => ({ value: id, text: `${name} (${email})` }))
  return {
    title: 'Who fills in which sections',
    caption: `${found.organisation.name}, ${found.collection.title}`,
    backLink: { text: 'Team', href: teamPath(team) },
    problems: summaryOf(problems),
    action: `/team/returns/${found.id}/assignments`,
    contributors,
    sections: sections.map(({ code, title }) => ({
      code,
      letter: code.toUpperCase(),
      title,
      holders: given.filter(({ section }) => section === code).flatMap((each) => holder(each, members)),
    })),
    choices: sections.map(({ code, title }) => ({ value: code, text: `${code.toUpperCase()}. ${title}` })),
    person: typed.person ?? (contributors.length === 1 ? contributors[0]?.value : undefined),
    chosen,
    dueOn: typed.due_on ?? '',
    note: typed.note ?? '',
    personProblem: problemAt(problems, 'person'),
    sectionProblem: problemAt(problems, 'section'),
    dueProblem: problemAt(problems, 'due_on'),
    noteProblem: problemAt(problems, 'note'),
  }
}

function holder({ personId, dueOn, note }: GivenSection, members: readonly Member[]): Holder[] {
  const member = members.find(({ id }) => id === personId)
  return member
    ? [{ personId, name: member.name, due: dueOn === null ? undefined : `by ${dueDayInWords(dueOn)}`, note }]
    : []
}
