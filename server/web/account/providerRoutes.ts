import { findPersonByEmail } from '../../db/people'
import type { IdentityProvider, Services } from '../../services'
import { anyone, type Route, type Visit } from '../route'
import { beginAnew, keep } from '../session'
import { letIn } from './letIn'
import { showSignIn } from './showSignIn'

declare module 'express-session' {
  interface SessionData {
    /** While somebody signs in at the identity provider: what must be known when they come back, and where they go then. */
    provider?: { readonly state: string; readonly nonce: string; readonly verifier: string; readonly next: string }
  }
}

/** Signing in with the account of one's organisation, where there is an identity provider. */
export const providerRoutes = (services: Services): Route[] => [
  anyone('get', '/sign-in/provider', (visit) => withProvider(services, visit, send)),
  anyone('get', '/sign-in/provider/return', (visit) => withProvider(services, visit, receive)),
]

type Step = (services: Services, provider: IdentityProvider, visit: Visit) => Promise<void>

async function withProvider(services: Services, visit: Visit, step: Step): Promise<void> {
  if (services.identityProvider) await step(services, services.identityProvider, visit)
  else visit.res.redirect(302, '/sign-in')
}

async function send(services: Services, provider: IdentityProvider, visit: Visit): Promise<void> {
  const { next } = visit.req.query
  const begun = await provider.begin()
  if (!begun) {
    refuse(services, visit, AWAY, 503)
    return
  }
  await beginAnew(visit.req)
  visit.req.session.provider = { ...begun.begun, next: typeof next === 'string' ? next : '' }
  await keep(visit.req)
  visit.res.redirect(302, begun.address)
}

const AWAY = 'Your organisation’s sign-in does not answer. Try again in a moment, or use your password.'
const AGAIN = 'Signing in with your organisation’s account did not succeed. Try again, or use your password.'

/** What was begun is good for one return. */
async function receive(services: Services, provider: IdentityProvider, visit: Visit): Promise<void> {
  const begun = visit.req.session.provider
  delete visit.req.session.provider
  const email = begun && (await provider.finish(visit.req.originalUrl, begun))
  if (!email) {
    refuse(services, visit, AGAIN, 422)
    return
  }
  const found = await findPersonByEmail(services.db, email)
  if (!found) {
    refuse(
      services,
      visit,
      `There is no account for ${email} here. Ask a colleague who prepares the return to invite you.`,
      422,
    )
    return
  }
  const { id, name, staffRole, memberships } = found
  const person = { id, email: found.email, name, staffRole, memberships }
  visit.res.redirect(302, await letIn(services, visit, person, begun.next))
}

function refuse(services: Services, visit: Visit, says: string, status: number): void {
  showSignIn(services, visit, { problems: [{ address: 'provider', says }] }, status)
}
