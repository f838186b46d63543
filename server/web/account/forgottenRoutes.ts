import { body } from 'express-validator'
import { askForPassword } from '../../actions/askForPassword'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { flash } from '../flash'
import { problemAt, readForm, summaryOf } from '../forms'
import { anyone, type Route, type Visit } from '../route'
import { holdBack } from './holdBack'
import { passwordLetterLimits } from './limits'
import { draw } from './pages'

/** Asking for a new password. The answer is the same for everybody, and takes as long. */
export const forgottenRoutes = (services: Pick<Services, 'db'>): Route[] => [
  anyone('get', '/forgotten-password', (visit) => {
    show(visit, '', [], 200)
  }),
  anyone('post', '/forgotten-password', (visit) => ask(services, visit)),
]

const boxes = () => ({
  email: body('email')
    .trim()
    .notEmpty()
    .withMessage('Enter your email address')
    .isEmail()
    .withMessage('Enter an email address, such as name@organisation.example')
    .isLength({ max: 254 })
    .withMessage('This email address is too long: check it'),
})

async function ask(services: Pick<Services, 'db'>, visit: Visit): Promise<void> {
  const read = await readForm(visit.req, boxes())
  if (!read.ok) {
    show(visit, read.typed.email ?? '', read.problems, 422)
    return
  }
  const { email } = read.values
  const wait = await holdBack(services, visit, passwordLetterLimits(visit.req.ip ?? ''))
  if (wait !== undefined) {
    show(visit, email, [{ address: 'email', says: wait }], 429)
    return
  }
  await askForPassword(services, email)
  flash(visit, `If ${email} has an account, a letter with a link is on its way to it. The link works for 60 minutes.`)
  visit.res.redirect(303, '/sign-in')
}

function show(visit: Visit, email: string, problems: readonly Problem[], status: number): void {
  const page = { title: 'Choose a new password', email, problems: summaryOf(problems) }
  draw(visit, 'account/forgotten', { ...page, emailProblem: problemAt(problems, 'email') }, status)
}
