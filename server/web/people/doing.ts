import type { ListedPerson } from '../../db/directory'
import { employerRoles, staffRoles } from '../../domain/people/roles'

interface Option {
  readonly value: string
  readonly text: string
}

const optionsOf = (named: Readonly<Record<string, string>>): Option[] =>
  Object.entries(named).map(([value, text]) => ({ value, text }))

export const staffOptions = optionsOf(staffRoles)
export const employerOptions = optionsOf(employerRoles)

/** What somebody may do, in words: "Analyst", "Preparer for Eastvale Council". */
export function doingWords({ staffRole, memberships }: Pick<ListedPerson, 'staffRole' | 'memberships'>): string {
  if (staffRole) return `${staffRoles[staffRole]} of the network`
  if (memberships.length === 0) return 'Nothing'
  return memberships.map(({ role, organisation }) => `${employerRoles[role]} for ${organisation}`).join('; ')
}
