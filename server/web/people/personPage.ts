import type { ListedPerson } from '../../db/directory'
import type { SecondFactorStanding } from '../../db/secondFactors'
import { dayInWords } from '../../domain/collections/calendar'
import type { Page } from '../chrome'
import { problemAt, summaryOf } from '../forms'
import { doingWords, employerOptions, staffOptions } from './doing'
import type { PersonTyped } from './personForm'

interface Box {
  readonly value: string
  readonly problem: { readonly text: string } | undefined
}

interface Option {
  readonly value: string
  readonly text: string
}

export interface NewPersonPage extends Page {
  readonly name: Box
  readonly email: Box
  readonly telephone: Box
  readonly role: Box & { readonly items: readonly (Option | { readonly divider: string })[] }
  readonly organisation: Box
}

const box = ({ typed, problems }: PersonTyped, name: string): Box => ({
  value: typed[name] ?? '',
  problem: problemAt(problems, name),
})

const trail = (title: string) => [
  { text: 'Administration', href: '/admin' },
  { text: 'People', href: '/admin/people' },
  { text: title },
]

/** The form for somebody new. */
export const newPersonPage = (sent: PersonTyped): NewPersonPage => ({
  title: 'Add a person',
  breadcrumbs: trail('Add a person'),
  problems: summaryOf(sent.problems),
  name: box(sent, 'name'),
  email: box(sent, 'email'),
  telephone: box(sent, 'telephone'),
  role: { ...box(sent, 'role'), items: [...employerOptions, { divider: 'or' }, ...staffOptions] },
  organisation: box(sent, 'organisation'),
})

export interface PersonPage extends Page {
  readonly action: string
  readonly email: string
  readonly does: string
  readonly name: Box
  readonly telephone: Box
  /** Of somebody of the network. */
  readonly staffRole: (Box & { readonly items: readonly Option[] }) | undefined
  /** Of somebody of an employer. */
  readonly memberships:
    | readonly {
        readonly organisation: string
        readonly code: string
        readonly role: string
        readonly items: readonly Option[]
      }[]
    | undefined
  readonly organisation: Box
  readonly roleProblem: Box['problem']
  readonly newRoles: readonly Option[]
  readonly deactivated: boolean
  /** Since when they sign in with a code as well, if they do. */
  readonly codesSince: string | undefined
  readonly reason: Box
}

const nothing: Option = { value: 'none', text: 'Nothing any more' }

/** Somebody of the directory: who they are, and what they may do. */
export function personPage(
  { secondFactor, ...person }: ListedPerson & { readonly secondFactor: SecondFactorStanding | undefined },
  given?: PersonTyped,
): PersonPage {
  const sent = given ?? { typed: {}, problems: [] }
  const details = { name: person.name, telephone: person.telephone ?? '' }
  const typed = { ...sent, typed: { ...details, staff_role: person.staffRole ?? '', ...sent.typed } }
  return {
    title: person.name,
    breadcrumbs: trail(person.name),
    problems: summaryOf(sent.problems),
    state: [
      person.deactivatedAt === null ? { kind: 'plain', text: 'Active' } : { kind: 'locked', text: 'Deactivated' },
    ],
    action: `/admin/people/${person.id}`,
    email: person.email,
    does: doingWords(person),
    name: box(typed, 'name'),
    telephone: box(typed, 'telephone'),
    staffRole: person.staffRole === null ? undefined : { ...box(typed, 'staff_role'), items: staffOptions },
    memberships: person.staffRole === null ? membershipsOf(person) : undefined,
    organisation: box(sent, 'organisation'),
    roleProblem: problemAt(sent.problems, 'role'),
    newRoles: employerOptions,
    deactivated: person.deactivatedAt !== null,
    codesSince: secondFactor && dayInWords(secondFactor.since),
    reason: box(sent, 'reason'),
  }
}

const membershipsOf = ({ memberships }: ListedPerson) =>
  memberships.map(({ organisation, code, role }) => ({
    organisation,
    code,
    role,
    items: [...employerOptions, nothing],
  }))
