import { body } from 'express-validator'
import { tryCode } from '../../actions/tryCode'
import { uncountTry } from '../../actions/uncountTry'
import type { Person } from '../../db/people'
import { readCode } from '../../domain/people/oneTimeCodes'
import type { Services } from '../../services'
import { flash } from '../flash'
import { problemAt, readForm, summaryOf } from '../forms'
import { anyone, type Route, type Visit } from '../route'
import { whoIsHalfway } from './halfway'
import { holdBack } from './holdBack'
import { letIn } from './letIn'
import { codeLimits } from './limits'
import { draw } from './pages'

/** The second step of signing in: a code of the app somebody has set up. */
export const codeRoutes = (services: Services): Route[] => [
  anyone('get', '/sign-in/code', (visit) => ask(services, visit)),
  anyone('post', '/sign-in/code', (visit) => judge(services, visit)),
]

async function ask(services: Services, visit: Visit): Promise<void> {
  if (await whoIsHalfway(services, visit.req)) show(visit)
  else beginAgain(visit)
}

/** They have signed in already, or it has been too long since they gave their password. */
export function beginAgain(visit: Visit): void {
  if (!visit.person) flash(visit, 'Sign in with your password again: a code must follow within ten minutes.')
  visit.res.redirect(303, visit.person ? '/' : '/sign-in')
}

const UNREADABLE =
  'Enter the 6 digits that your app shows now, such as 123 456, or one of your recovery codes, such as abcd-efgh-2345'
const WRONG =
  'This code is not right, or has been used. Codes change every 30 seconds: enter the one your app shows now. If none is right, look whether your telephone sets its clock by itself.'

async function judge(services: Services, visit: Visit): Promise<void> {
  const halfway = await whoIsHalfway(services, visit.req)
  if (!halfway) {
    beginAgain(visit)
    return
  }
  const read = await readForm(visit.req, { one_time_code: body('one_time_code') })
  const code = readCode(read.ok ? read.values.one_time_code : '')
  if (!code) {
    show(visit, UNREADABLE)
    return
  }
  const limits = codeLimits(halfway.person.id)
  const wait = await holdBack(services, visit, limits)
  if (wait !== undefined) {
    show(visit, wait, 429)
    return
  }
  if (!(await tryCode(services, { personId: halfway.person.id, code, arrival: visit.arrival }))) {
    show(visit, WRONG)
    return
  }
  await uncountTry(services, limits)
  await welcome(services, visit, halfway, code.kind === 'recovery')
}

async function welcome(
  services: Services,
  visit: Visit,
  { person, next }: { readonly person: Person; readonly next: string },
  withoutApp: boolean,
): Promise<void> {
  const onward = await letIn(services, visit, person, next)
  if (withoutApp)
    flash(visit, 'You signed in with a recovery code. If you have lost your app, set up another under “Your account”.')
  visit.res.redirect(303, onward)
}

function show(visit: Visit, says?: string, status = 422): void {
  const problems = says === undefined ? [] : [{ address: 'one_time_code', says }]
  const page = {
    title: 'Enter your code',
    problems: summaryOf(problems),
    codeProblem: problemAt(problems, 'one_time_code'),
  }
  draw(visit, 'account/code', page, says === undefined ? 200 : status)
}
