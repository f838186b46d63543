import type { Person } from '../../db/people'

/** What others would try first as somebody's password: their name, their address, and whom they work for. */
export const namesOf = (person: Pick<Person, 'name' | 'email' | 'memberships'> | undefined): string[] =>
  person ? [person.name, localPart(person.email), ...person.memberships.map(({ organisation }) => organisation)] : []

const localPart = (email: string): string => email.split('@')[0] ?? email
