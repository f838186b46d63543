import type { ListedPerson } from '../../db/directory'
import { employerRoles, staffRoles, type EmployerRole, type StaffRole } from '../../domain/people/roles'

/** Whether a word names what somebody may do for the network. */
export const isStaffRole = (given: string): given is StaffRole => Object.hasOwn(staffRoles, given)
/** Whether a word names what somebody may do for an employer. */
export const isEmployerRole = (given: string): given is EmployerRole => Object.hasOwn(employerRoles, given)

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
