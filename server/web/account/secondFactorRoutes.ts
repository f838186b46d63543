import { body } from 'express-validator'
import { endSecondFactor } from '../../actions/endSecondFactor'
import { renewRecoveryCodes } from '../../actions/renewRecoveryCodes'
import { setUpSecondFactor } from '../../actions/setUpSecondFactor'
import { findSecondFactor } from '../../db/secondFactors'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { flash } from '../flash'
import { readForm } from '../forms'
import { type PersonVisit, type Route, signedIn } from '../route'
import { isAppRequired } from './appRequired'
import { draw } from './pages'
import { judgePresent } from './presentPassword'
import { showNext, showRecovery } from './recovery'
import { secondFactorPage } from './secondFactorPage'
import { setUpPage } from './setUpPage'
import { readApp } from './settingUp'

/** One's own two-factor sign-in. Whatever changes it asks for the present password. */
export const secondFactorRoutes = (services: Services): Route[] => [
  signedIn('get', '/account/two-factor', (visit) => show(services, visit, [], 200)),
  signedIn('get', '/account/two-factor/app', (visit) => showApp(services, visit)),
  signedIn('post', '/account/two-factor/app', (visit) => setUp(services, visit)),
  signedIn('get', '/account/two-factor/recovery-codes', (visit) => {
    showRecovery(services, visit)
  }),
  signedIn('post', '/account/two-factor/recovery-codes', (visit) => renew(services, visit)),
  signedIn('post', '/account/two-factor/removal', (visit) => turnOff(services, visit)),
]

const HERE = '/account/two-factor'

async function show(
  services: Services,
  visit: PersonVisit,
  problems: readonly Problem[],
  status: number,
): Promise<void> {
  const standing = await findSecondFactor(services.db, visit.person.id)
  const page = secondFactorPage({ standing, mustBe: await isAppRequired(services), problems })
  draw(visit, 'account/secondFactor', page, status)
}

async function showApp(services: Services, visit: PersonVisit): Promise<void> {
  const asked = { person: visit.person, secret: services.codes.newSecret(), at: 'account', problems: [] } as const
  draw(visit, 'account/setUp', await setUpPage(services, asked))
}

/** The present password that was typed, and what is wrong with it. */
async function presentProblem(services: Services, visit: PersonVisit) {
  const read = await readForm(visit.req, { present: body('present') })
  const typed = read.ok ? read.values.present : ''
  if (typed === '') return { address: 'present', says: 'Enter your present password', status: 422 }
  const present = await judgePresent(services, visit, typed)
  return present.kind === 'right' ? undefined : { address: 'present', says: present.says, status: present.status }
}

async function setUp(services: Services, visit: PersonVisit): Promise<void> {
  const { person } = visit
  const { secret, step, problems } = await readApp(services, visit, person)
  const wrong = await presentProblem(services, visit)
  if (step === undefined || wrong) {
    const all = [...problems, ...(wrong ? [wrong] : [])]
    const page = await setUpPage(services, { person, secret, at: 'account', problems: all })
    draw(visit, 'account/setUp', page, wrong?.status ?? 422)
    return
  }
  const recovery = await setUpSecondFactor(services, { personId: person.id, secret, step, arrival: visit.arrival })
  visit.res.redirect(303, await showNext(services, visit, { personId: person.id, recovery, next: HERE }))
}

async function renew(services: Services, visit: PersonVisit): Promise<void> {
  const wrong = await presentProblem(services, visit)
  if (wrong) {
    await show(services, visit, [wrong], wrong.status)
    return
  }
  const personId = visit.person.id
  const recovery = await renewRecoveryCodes(services, { personId, arrival: visit.arrival })
  visit.res.redirect(303, recovery ? await showNext(services, visit, { personId, recovery, next: HERE }) : HERE)
}

async function turnOff(services: Services, visit: PersonVisit): Promise<void> {
  const wrong = (await isAppRequired(services))
    ? { address: 'present', says: 'Two-factor sign-in must be on here. You can use another app.', status: 409 }
    : await presentProblem(services, visit)
  if (wrong) {
    await show(services, visit, [wrong], wrong.status)
    return
  }
  await endSecondFactor(services, { personId: visit.person.id, arrival: visit.arrival })
  flash(visit, 'Two-factor sign-in is off. You sign in with your password alone.')
  visit.res.redirect(303, HERE)
}
