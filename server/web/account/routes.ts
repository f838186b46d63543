import { body } from 'express-validator'
import { uncountTry } from '../../actions/uncountTry'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { readForm } from '../forms'
import { landing } from '../landing'
import { anyone, type Route, type Visit } from '../route'
import { cookieName, leave } from '../session'
import { authenticator, type Doorkeeper, personKnownBy } from '../signIn'
import { codeRoutes } from './codeRoutes'
import { forgottenRoutes } from './forgottenRoutes'
import { holdBack } from './holdBack'
import { invitationRoutes } from './invitationRoutes'
import { goIn } from './letIn'
import { signInLimits } from './limits'
import { ownAccountRoutes } from './ownAccountRoutes'
import { passwordLinkRoutes } from './passwordLinkRoutes'
import { providerRoutes } from './providerRoutes'
import { requiredSetUpRoutes } from './requiredSetUp'
import { secondFactorRoutes } from './secondFactorRoutes'
import { sessionRoutes } from './sessionRoutes'
import { showSignIn } from './showSignIn'

/** Signing in and out, passwords, invitations and one's own account. */
export function accountRoutes(services: Services): Route[] {
  const doorkeeper = authenticator(services)
  return [
    anyone('get', '/sign-in', (visit) => openDoor(services, visit)),
    anyone('post', '/sign-in', (visit) => signIn(services, doorkeeper, visit)),
    anyone('post', '/sign-out', signOut),
    ...codeRoutes(services),
    ...providerRoutes(services),
    ...requiredSetUpRoutes(services),
    ...forgottenRoutes(services),
    ...passwordLinkRoutes(services),
    ...invitationRoutes(services),
    ...ownAccountRoutes(services),
    ...secondFactorRoutes(services),
    ...sessionRoutes(services),
  ]
}

async function openDoor(services: Services, visit: Visit): Promise<void> {
  if (visit.person) visit.res.redirect(302, await landing(services, visit.person))
  else showSignIn(services, visit, { next: visit.req.query.next })
}

const boxes = () => ({
  email: body('email').trim().notEmpty().withMessage('Enter your email address'),
  password: body('password').notEmpty().withMessage('Enter your password'),
  next: body('next').optional(),
})

const wrong: readonly Problem[] = [
  { address: 'email', says: 'The email address or the password is not right. Check both, and try again.' },
]

async function signIn(services: Services, doorkeeper: Doorkeeper, visit: Visit): Promise<void> {
  const read = await readForm(visit.req, boxes())
  if (read.ok) await judge(services, doorkeeper, visit, read.values)
  else showSignIn(services, visit, { ...read.typed, problems: read.problems }, 422)
}

interface Given {
  readonly email: string
  readonly next: string
}

/** The try is counted before it is judged, and taken back when it was right or could not be judged. */
async function judge(services: Services, doorkeeper: Doorkeeper, visit: Visit, given: Given): Promise<void> {
  const limits = signInLimits(given.email, visit.req.ip ?? '')
  const wait = await holdBack(services, visit, limits)
  if (wait !== undefined) {
    showSignIn(services, visit, { ...given, problems: [{ address: 'email', says: wait }] }, 429)
    return
  }
  const takeBack = () => uncountTry(services, limits)
  const person = await personKnownBy(doorkeeper, visit.req, visit.res).catch(async (fault: unknown) => {
    await takeBack()
    throw fault
  })
  if (!person) {
    showSignIn(services, visit, { ...given, problems: wrong }, 422)
    return
  }
  await takeBack()
  visit.res.redirect(303, await goIn(services, visit, person, given.next))
}

async function signOut({ req, res }: Visit): Promise<void> {
  await leave(req)
  res.clearCookie(cookieName(req.secure), { path: '/', httpOnly: true, sameSite: 'lax', secure: req.secure })
  res.setHeader('Clear-Site-Data', '"cache", "storage"')
  res.redirect(303, '/sign-in')
}
