import type { EmployerRole } from './roles'

/** What somebody with each role does, after "They". */
export const employerDuties = {
  preparer: 'prepare the return: fill it in, invite colleagues and send it to be signed',
  contributor: 'fill in the sections they are given, and see no others',
  signatory: 'read the whole return and sign it',
} as const satisfies Record<EmployerRole, string>

/** The same, said to whoever is to do it. */
export const ownDuties = {
  preparer: 'You prepare it: fill it in, invite colleagues and send it to be signed.',
  contributor: 'You fill in the sections you are given.',
  signatory: 'You read the whole return and sign it.',
} as const satisfies Record<EmployerRole, string>
