import type { SignedInPlace } from '../../db/accounts'
import type { Person } from '../../db/people'
import { agoInWords } from '../../domain/people/device'
import { employerRoles, staffRoles } from '../../domain/people/roles'
import type { Problem } from '../../domain/survey/readSection'
import type { Page } from '../chrome'
import { problemAt, summaryOf } from '../forms'

interface Place {
  readonly id: string
  readonly device: string
  readonly seen: string
  readonly here: boolean
}

export interface AccountPage extends Page {
  readonly about: readonly { readonly key: { readonly text: string }; readonly value: { readonly text: string } }[]
  readonly email: string
  readonly presentProblem: { readonly text: string } | undefined
  readonly passwordProblem: { readonly text: string } | undefined
  readonly places: readonly Place[]
  readonly elsewhere: boolean
}

interface Asked {
  readonly person: Person
  readonly places: readonly SignedInPlace[]
  /** The session of this browser. */
  readonly here: Buffer
  readonly problems?: readonly Problem[]
}

const line = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })

/** One's own account: who one is here, one's password, and where one is signed in. */
export const accountPage = ({ person, places, here, problems = [] }: Asked): AccountPage => ({
  title: 'Your account',
  problems: summaryOf(problems),
  about: [line('Name', person.name), line('Email address', person.email), ...roles(person)],
  email: person.email,
  presentProblem: problemAt(problems, 'present'),
  passwordProblem: problemAt(problems, 'password'),
  places: places.map(({ idHash, device, seenSecondsAgo }) => ({
    id: idHash.toString('base64url'),
    device: device ?? 'An unknown browser',
    seen: agoInWords(seenSecondsAgo),
    here: idHash.equals(here),
  })),
  elsewhere: places.length > 1,
})

const roles = ({ staffRole, memberships }: Person) =>
  staffRole === null
    ? memberships.map(({ organisation, role }) => line(organisation, employerRoles[role]))
    : [line('The network', staffRoles[staffRole])]
