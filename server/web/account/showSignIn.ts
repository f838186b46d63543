import type { Services } from '../../services'
import type { Visit } from '../route'
import { draw } from './pages'
import { type SignInAsked, signInPage } from './signInPage'

/** Draws the page on which people sign in. */
export function showSignIn(
  { identityProvider }: Pick<Services, 'identityProvider'>,
  visit: Visit,
  asked: Omit<SignInAsked, 'hasProvider'>,
  status = 200,
): void {
  draw(visit, 'account/signIn', signInPage({ ...asked, hasProvider: identityProvider !== undefined }), status)
}
