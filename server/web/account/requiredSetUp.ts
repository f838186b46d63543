import { setUpSecondFactor } from '../../actions/setUpSecondFactor'
import { findSecondFactor } from '../../db/secondFactors'
import type { Services } from '../../services'
import { anyone, type Route, type Visit } from '../route'
import { beginAgain } from './codeRoutes'
import { whoIsHalfway } from './halfway'
import { letIn } from './letIn'
import { draw } from './pages'
import { showNext } from './recovery'
import { setUpPage } from './setUpPage'
import { readApp } from './settingUp'

/** Where everybody must have an app, whoever has none sets one up before they are signed in. */
export const requiredSetUpRoutes = (services: Services): Route[] => [
  anyone('get', '/sign-in/two-factor', (visit) => show(services, visit)),
  anyone('post', '/sign-in/two-factor', (visit) => setUp(services, visit)),
]

/** Nobody who has an app gets round it here. */
async function whoHasNone(services: Services, visit: Visit) {
  const halfway = await whoIsHalfway(services, visit.req)
  return halfway && !(await findSecondFactor(services.db, halfway.person.id)) ? halfway : undefined
}

async function show(services: Services, visit: Visit): Promise<void> {
  const halfway = await whoHasNone(services, visit)
  if (!halfway) {
    beginAgain(visit)
    return
  }
  const asked = { person: halfway.person, secret: services.codes.newSecret(), at: 'sign-in', problems: [] } as const
  draw(visit, 'account/setUp', await setUpPage(services, asked))
}

async function setUp(services: Services, visit: Visit): Promise<void> {
  const halfway = await whoHasNone(services, visit)
  if (!halfway) {
    beginAgain(visit)
    return
  }
  const { person, next } = halfway
  const { secret, step, problems } = await readApp(services, visit, person)
  if (step === undefined) {
    draw(visit, 'account/setUp', await setUpPage(services, { person, secret, at: 'sign-in', problems }), 422)
    return
  }
  const recovery = await setUpSecondFactor(services, { personId: person.id, secret, step, arrival: visit.arrival })
  const onward = await letIn(services, visit, person, next)
  visit.res.redirect(303, await showNext(services, visit, { personId: person.id, recovery, next: onward }))
}
