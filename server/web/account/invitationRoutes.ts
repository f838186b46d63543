import { body } from 'express-validator'
import { acceptInvitation } from '../../actions/acceptInvitation'
import { findAccount } from '../../db/accounts'
import { findInvitation, type Invitation } from '../../db/invitations'
import { howToAccept, type Accepting } from '../../domain/people/accepting'
import type { Problem } from '../../domain/survey/readSection'
import type { Services } from '../../services'
import { flash } from '../flash'
import { readForm, type Typed, typedIn } from '../forms'
import { anyone, type Route, type Visit } from '../route'
import { holdBack } from './holdBack'
import { invitationPage } from './invitationPage'
import { linkLimits } from './limits'
import { draw } from './pages'
import { whyNotPassword } from './passwordStrength'
import { showGone, tellNobody, tokenIn } from './secretPage'

/** Accepting an invitation with its link. Looking at it leaves it as it is; only the form uses it up. */
export const invitationRoutes = (services: Services): Route[] => [
  anyone('get', '/invitations/:token', (visit) => look(services, visit)),
  anyone('post', '/invitations/:token', (visit) => accept(services, visit)),
]

interface Sent {
  readonly invitation: Invitation
  readonly how: Accepting
}

async function sentTo({ db, links }: Services, visit: Visit): Promise<Sent | undefined> {
  const invitation = await findInvitation(db, links.hashOf(tokenIn(visit)))
  if (!invitation) return undefined
  const account = await findAccount(db, invitation.email)
  const how = howToAccept(invitation.email, account, visit.person?.email)
  return how === 'left' ? undefined : { invitation, how }
}

async function look(services: Services, visit: Visit): Promise<void> {
  tellNobody(visit)
  const sent = await sentTo(services, visit)
  if (sent) show(visit, sent, {}, 200)
  else showGone(visit)
}

async function accept(services: Services, visit: Visit): Promise<void> {
  tellNobody(visit)
  const sent = await sentTo(services, visit)
  if (!sent) showGone(visit)
  else if (sent.how === 'signed_in') await keep(services, visit, sent, undefined)
  else if (sent.how === 'new_account') await makeAccount(services, visit, sent)
  else show(visit, sent, {}, 409)
}

const boxes = () => ({
  name: body('name')
    .trim()
    .notEmpty()
    .withMessage('Enter your name, as your colleagues know you')
    .isLength({ max: 100 })
    .withMessage('A name can have at most 100 characters'),
  password: body('password'),
})

interface NewAccount {
  readonly name: string
  readonly password: string
  readonly problems: readonly Problem[]
}

/** What was typed to make an account with, and what is wrong with it. */
async function readAccount(visit: Visit, { email, organisation }: Invitation): Promise<NewAccount> {
  const read = await readForm(visit.req, boxes())
  const { name = '', password = '' }: Typed = typedIn(visit.req)
  const fault = await whyNotPassword(password, [name, email.split('@')[0] ?? email, organisation])
  const weak = fault === undefined ? [] : [{ address: 'password', says: fault }]
  return { name: name.trim(), password, problems: [...(read.ok ? [] : read.problems), ...weak] }
}

async function makeAccount(services: Services, visit: Visit, sent: Sent): Promise<void> {
  const wait = await holdBack(services, visit, linkLimits(visit.req.ip ?? ''))
  if (wait !== undefined) {
    show(visit, sent, { name: typedIn(visit.req).name, problems: [{ address: 'password', says: wait }] }, 429)
    return
  }
  const { name, password, problems } = await readAccount(visit, sent.invitation)
  if (problems.length > 0) show(visit, sent, { name, problems }, 422)
  else await keep(services, visit, sent, { name, passwordHash: await services.passwords.hash(password) })
}

async function keep(
  services: Services,
  visit: Visit,
  sent: Sent,
  account: { readonly name: string; readonly passwordHash: string } | undefined,
): Promise<void> {
  const tokenHash = services.links.hashOf(tokenIn(visit))
  const outcome = await acceptInvitation(services, { tokenHash, signedIn: visit.person, account })
  switch (outcome.kind) {
    case 'gone':
      showGone(visit)
      return
    case 'cannot':
      show(visit, { ...sent, how: outcome.because }, {}, 409)
      return
    case 'accepted':
      flash(visit, account ? 'Your account is ready. Sign in to begin.' : `You now belong to ${outcome.organisation}.`)
      visit.res.redirect(303, account ? '/sign-in' : '/returns')
  }
}

interface Shown {
  readonly name?: string | undefined
  readonly problems?: readonly Problem[]
}

function show(visit: Visit, sent: Sent, shown: Shown, status: number): void {
  const page = invitationPage({ ...sent, ...shown, token: tokenIn(visit), signedInAs: visit.person?.email })
  draw(visit, 'account/invitation', page, status)
}
