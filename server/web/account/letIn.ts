import { comeBackToForm } from '../../actions/comeBackToForm'
import { openReturns } from '../../actions/openReturns'
import type { Person } from '../../db/people'
import { findSecondFactor } from '../../db/secondFactors'
import type { Services } from '../../services'
import { landing } from '../landing'
import type { Visit } from '../route'
import { enter } from '../signIn'
import { isAppRequired } from './appRequired'
import { stopHalfway } from './halfway'
import { onwards } from './onwards'

/** Whoever has given the right password goes in, or on to what more is asked of them. Where they are led. */
export async function goIn(services: Services, visit: Visit, person: Person, next: string): Promise<string> {
  const asks = await whatElseIsAsked(services, person)
  if (asks === undefined) return letIn(services, visit, person, next)
  await stopHalfway(services, visit.req, { personId: person.id, next })
  return asks
}

/** A code of their app; or an app, where everybody must have one and they have none. */
async function whatElseIsAsked(services: Services, { id }: Person): Promise<string | undefined> {
  if (await findSecondFactor(services.db, id)) return '/sign-in/code'
  return (await isAppRequired(services)) ? '/sign-in/two-factor' : undefined
}

/** Signs somebody in of whom nothing more is asked. Where they are led: to what they wanted, or had begun. */
export async function letIn(services: Services, { req }: Visit, person: Person, next: string): Promise<string> {
  await enter(req, person)
  await openReturns(services, person.id)
  const isAwaited = await comeBackToForm(services, person.id)
  return isAwaited ? '/kept-form' : (onwards(next) ?? (await landing(services, person)))
}
