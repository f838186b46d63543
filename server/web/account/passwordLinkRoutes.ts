import { body } from 'express-validator'
import { resetPassword } from '../../actions/resetPassword'
import { findPasswordLink } from '../../db/passwordTokens'
import { findPerson } from '../../db/people'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { flash } from '../flash'
import { problemAt, readForm, summaryOf } from '../forms'
import { anyone, type Route, type Visit } from '../route'
import { holdBack } from './holdBack'
import { linkLimits, signInLimits } from './limits'
import { namesOf } from './namesOf'
import { draw } from './pages'
import { whyNotPassword } from './passwordStrength'
import { showGone, tellNobody, tokenIn } from './secretPage'

/** Choosing a new password with the link that was sent. Looking at it leaves it as it is; only the form uses it up. */
export const passwordLinkRoutes = (services: Services): Route[] => [
  anyone('get', '/password/:token', (visit) => look(services, visit)),
  anyone('post', '/password/:token', (visit) => choose(services, visit)),
]

const linkOf = ({ db, links }: Services, visit: Visit) => findPasswordLink(db, links.hashOf(tokenIn(visit)))

async function look(services: Services, visit: Visit): Promise<void> {
  tellNobody(visit)
  const found = await linkOf(services, visit)
  if (found) show(visit, found.email, [], 200)
  else showGone(visit)
}

const boxes = () => ({ password: body('password') })

async function choose(services: Services, visit: Visit): Promise<void> {
  tellNobody(visit)
  const found = await linkOf(services, visit)
  if (!found) {
    showGone(visit)
    return
  }
  const wait = await holdBack(services, visit, linkLimits(visit.req.ip ?? ''))
  if (wait !== undefined) {
    show(visit, found.email, [{ address: 'password', says: wait }], 429)
    return
  }
  const read = await readForm(visit.req, boxes())
  const password = read.ok ? read.values.password : ''
  const fault = await whyNotPassword(password, namesOf(await findPerson(services.db, found.personId)))
  if (fault === undefined) await reset(services, visit, { email: found.email, password })
  else show(visit, found.email, [{ address: 'password', says: fault }], 422)
}

async function reset(
  services: Services,
  visit: Visit,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  const doors = signInLimits(email, visit.req.ip ?? '').filter(({ key }) => key.endsWith(` ${email}`))
  const outcome = await resetPassword(services, {
    tokenHash: services.links.hashOf(tokenIn(visit)),
    passwordHash: await services.passwords.hash(password),
    doors: doors.map(({ key }) => key),
    arrival: visit.arrival,
  })
  if (outcome.kind === 'gone') {
    showGone(visit)
    return
  }
  flash(visit, 'You have a new password. Sign in with it.')
  visit.res.redirect(303, '/sign-in')
}

function show(visit: Visit, email: string, problems: readonly Problem[], status: number): void {
  const page = { title: 'Choose a new password', email, problems: summaryOf(problems) }
  draw(visit, 'account/newPassword', { ...page, passwordProblem: problemAt(problems, 'password') }, status)
}
