import type { Request } from 'express'
import { body } from 'express-validator'
import { changePassword } from '../../actions/changePassword'
import { endOtherSessions } from '../../actions/endOtherSessions'
import { endOwnSession } from '../../actions/endOwnSession'
import { signedInPlaces } from '../../db/accounts'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { flash } from '../flash'
import { bodyOf, readForm } from '../forms'
import { type PersonVisit, type Route, signedIn } from '../route'
import { hashOf } from '../sessionStore'
import { enter } from '../signIn'
import { accountPage } from './accountPage'
import { namesOf } from './namesOf'
import { draw } from './pages'
import { whyNotPassword } from './passwordStrength'
import { judgePresent, WRONG } from './presentPassword'

/** One's own account. */
export const ownAccountRoutes = (services: Services): Route[] => [
  signedIn('get', '/account', (visit) => show(services, visit, [], 200)),
  signedIn('post', '/account/password', (visit) => change(services, visit)),
  signedIn('post', '/account/ended-sessions', (visit) => end(services, visit)),
]

const here = (req: Request): Buffer => hashOf(req.session.id)

async function show({ db }: Services, visit: PersonVisit, problems: readonly Problem[], status: number): Promise<void> {
  const { person, req } = visit
  const places = await signedInPlaces(db, person.id)
  draw(visit, 'account/account', accountPage({ person, places, here: here(req), problems }), status)
}

const boxes = () => ({
  present: body('present').notEmpty().withMessage('Enter your present password'),
  password: body('password').notEmpty().withMessage('Enter a new password'),
})

async function change(services: Services, visit: PersonVisit): Promise<void> {
  const read = await readForm(visit.req, boxes())
  if (!read.ok) {
    await show(services, visit, read.problems, 422)
    return
  }
  const fault = await whyNotPassword(read.values.password, namesOf(visit.person))
  if (fault === undefined) await judge(services, visit, read.values)
  else await show(services, visit, [{ address: 'password', says: fault }], 422)
}

interface Given {
  readonly present: string
  readonly password: string
}

async function judge(services: Services, visit: PersonVisit, { present, password }: Given): Promise<void> {
  const judged = await judgePresent(services, visit, present)
  if (judged.kind === 'wrong') {
    await show(services, visit, [{ address: 'present', says: judged.says }], judged.status)
    return
  }
  const outcome = await changePassword(services, {
    personId: visit.person.id,
    presentHash: judged.hash,
    passwordHash: await services.passwords.hash(password),
    arrival: visit.arrival,
  })
  if (outcome.kind === 'changed_meanwhile') {
    await show(services, visit, [{ address: 'present', says: WRONG }], 422)
    return
  }
  await enter(visit.req, visit.person)
  flash(visit, 'You have a new password. Wherever else you were signed in, you have been signed out.')
  visit.res.redirect(303, '/account')
}

/** One place, or all but this. */
async function end(services: Services, visit: PersonVisit): Promise<void> {
  const { req, res, person } = visit
  const { session } = bodyOf(req)
  if (typeof session !== 'string' || session === '') {
    await show(services, visit, [{ address: 'places', says: 'Choose where to be signed out' }], 422)
    return
  }
  if (session === 'others') {
    await endOtherSessions(services, person.id, here(req))
    flash(visit, 'You are signed out everywhere but here.')
  } else {
    const ended = await endOwnSession(services, person.id, Buffer.from(session, 'base64url'))
    flash(visit, ended ? 'You are signed out there.' : 'You were not signed in there any more.')
  }
  res.redirect(303, '/account')
}
