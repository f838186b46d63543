import type { EmployerRole } from './roles'

/** What somebody with each role does, after "invites you to" or "They will". */
export const employerDuties = {
  preparer: 'prepare the return: fill it in, invite colleagues and send it to be signed',
  contributor: 'fill in the sections they are given, and see no others',
  signatory: 'read the whole return and sign it',
} as const satisfies Record<EmployerRole, string>
