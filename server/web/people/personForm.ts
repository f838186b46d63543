import type { Request } from 'express'
import { body } from 'express-validator'
import { type EmployerRole, isEmployerRole, isStaffRole, type StaffRole } from '../../domain/people/roles'
import type { Problem } from '../../domain/survey/readSection'
import { readForm, typedIn, type FormRead, type Typed } from '../forms'
import { employerOptions, staffOptions } from './doing'

export interface PersonTyped {
  readonly typed: Typed
  readonly problems: readonly Problem[]
}

export interface NewPersonAsked {
  readonly name: string
  readonly email: string
  readonly telephone: string | null
  readonly does:
    | { readonly for: 'network'; readonly role: StaffRole }
    | { readonly for: 'employer'; readonly role: EmployerRole; readonly organisation: string }
}

const chains = {
  name: () =>
    body('name').trim().isLength({ min: 1, max: 100 }).withMessage('Enter their name, in 1 to 100 characters.'),
  email: () =>
    body('email')
      .trim()
      .toLowerCase()
      .isLength({ max: 254 })
      .withMessage('An email address has at most 254 characters.')
      .isEmail()
      .withMessage('Enter an email address, such as name@eastvale-council.example.'),
  telephone: () =>
    body('telephone')
      .trim()
      .matches(/^(?:\+?[\d ()-]{7,30})?$/)
      .withMessage('Enter a telephone number in digits and spaces, such as 01632 960 123, or nothing.'),
  role: () =>
    body('role')
      .isIn([...staffOptions, ...employerOptions].map(({ value }) => value))
      .withMessage('Choose what they do.'),
  organisation: () => body('organisation').trim().toUpperCase(),
}

const orNone = (typed: string): string | null => (typed === '' ? null : typed)

/** Reads who is to be added, and what they do. */
export async function readNewPerson(
  req: Request,
): Promise<
  { readonly ok: true; readonly person: NewPersonAsked; readonly typed: Typed } | ({ readonly ok: false } & PersonTyped)
> {
  const typed = typedIn(req)
  const { name, email, telephone, role, organisation } = chains
  const read = await readForm(req, {
    name: name(),
    email: email(),
    telephone: telephone(),
    role: role(),
    organisation: organisation(),
  })
  if (!read.ok) return { ok: false, typed, problems: read.problems }
  const { values } = read
  const who = { name: values.name, email: values.email, telephone: orNone(values.telephone) }
  if (isStaffRole(values.role)) {
    if (values.organisation === '')
      return { ok: true, typed, person: { ...who, does: { for: 'network', role: values.role } } }
    return { ok: false, typed, problems: [{ address: 'organisation', says: bothSides }] }
  }
  if (isEmployerRole(values.role) && values.organisation !== '') {
    const does = { for: 'employer', role: values.role, organisation: values.organisation } as const
    return { ok: true, typed, person: { ...who, does } }
  }
  return { ok: false, typed, problems: [{ address: 'organisation', says: 'Enter the code of their organisation.' }] }
}

export const bothSides =
  'Somebody of the network does not act for an employer too. Leave the organisation empty, or choose another role.'

/** Reads who somebody is. */
export const readDetails = (req: Request): Promise<FormRead<'name' | 'telephone'>> =>
  readForm(req, { name: chains.name(), telephone: chains.telephone() })

/** Reads what somebody does for the network. */
export const readStaffRole = (req: Request): Promise<FormRead<'staff_role'>> =>
  readForm(req, {
    staff_role: body('staff_role')
      .isIn(staffOptions.map(({ value }) => value))
      .withMessage('Choose what they do.'),
  })

/** Reads what somebody does for one organisation: `none` for nothing any more. */
export const readEmployerRole = (req: Request): Promise<FormRead<'organisation' | 'role'>> =>
  readForm(req, {
    organisation: chains.organisation().notEmpty().withMessage('Enter the code of the organisation.'),
    role: body('role')
      .isIn([...employerOptions.map(({ value }) => value), 'none'])
      .withMessage('Choose what they do.'),
  })

/** Reads whether somebody may sign in from now on. */
export const readAccess = (req: Request): Promise<FormRead<'access'>> =>
  readForm(req, {
    access: body('access').isIn(['allowed', 'ended']).withMessage('Choose whether they may sign in.'),
  })

/** Reads why somebody's two-factor sign-in is removed. */
export const readRemoval = (req: Request): Promise<FormRead<'reason'>> =>
  readForm(req, {
    reason: body('reason')
      .trim()
      .isLength({ min: 3, max: 500 })
      .withMessage('Say how you know that it is them, in 3 to 500 characters.'),
  })
