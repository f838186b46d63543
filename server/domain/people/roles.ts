/** What somebody does for an employer. */
export type EmployerRole = 'preparer' | 'contributor' | 'signatory'
/** What somebody of the network does. An admin may do all that the others may. */
export type StaffRole = 'network' | 'analyst' | 'admin'

export const employerRoles = {
  preparer: 'Preparer',
  contributor: 'Contributor',
  signatory: 'Signatory',
} as const satisfies Record<EmployerRole, string>

export const staffRoles = {
  network: 'Network',
  analyst: 'Analyst',
  admin: 'Administrator',
} as const satisfies Record<StaffRole, string>

/** Whether a word names what somebody may do for the network. */
export const isStaffRole = (given: string): given is StaffRole => Object.hasOwn(staffRoles, given)

/** Whether a word names what somebody may do for an employer. */
export const isEmployerRole = (given: string): given is EmployerRole => Object.hasOwn(employerRoles, given)

/** Whether a role of the network is among those a page is for; an admin's always is. */
export const isAmong = (role: StaffRole | null, wanted: readonly StaffRole[]): boolean =>
  role !== null && (role === 'admin' || wanted.includes(role))
