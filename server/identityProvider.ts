import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Config } from './config'
import type { Log } from './log'
import type { IdentityProvider } from './services'

/** Where the provider sends browsers back to. It must be registered there, with `PUBLIC_URL` before it. */
const RETURN = '/sign-in/provider/return'

interface Around {
  readonly publicUrl: string
  readonly log: Log
}

/**
 * Signing in through OpenID Connect, by the authorization code flow with PKCE, state and nonce. Of what the provider says
 * only the email address counts, and only where it does not say that it has not verified it.
 */
export function identityProvider(
  { issuer, clientId, clientSecret }: NonNullable<Config['oidc']>,
  { publicUrl, log }: Around,
): IdentityProvider {
  let known: Promise<Configuration> | undefined

  /** Asked once; one that did not answer is asked again the next time. */
  function provider(): Promise<Configuration> {
    // In the clear only where the operator gave such an address: a provider on the same machine. It is called deprecated to
    // be noticed, and does not go away.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : []
    known ??= discovery(new URL(issuer), clientId, clientSecret, undefined, { execute }).catch((fault: unknown) => {
      known = undefined
      throw fault
    })
    return known
  }

  const orNothing =
    (what: string) =>
    (fault: unknown): undefined => {
      log.warn({ err: fault }, what)
    }

  return {
    begin: () =>
      provider()
        .then(async (there) => {
          const begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
          const address = buildAuthorizationUrl(there, {
            redirect_uri: publicUrl + RETURN,
            scope: 'openid email',
            state: begun.state,
            nonce: begun.nonce,
            code_challenge: await calculatePKCECodeChallenge(begun.verifier),
            code_challenge_method: 'S256',
          })
          return { address: address.href, begun }
        })
        .catch(orNothing('the identity provider does not answer')),

    finish: (pathAndQuery, { state, nonce, verifier }) =>
      provider()
        .then(async (there) => {
          const tokens = await authorizationCodeGrant(there, new URL(publicUrl + pathAndQuery), {
            pkceCodeVerifier: verifier,
            expectedState: state,
            expectedNonce: nonce,
            idTokenExpected: true,
          })
          return vouchedFor(tokens.claims())
        })
        .catch(orNothing('the identity provider let nobody in')),
  }
}

function vouchedFor(claims: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const email = claims?.email
  return typeof email === 'string' && claims?.email_verified !== false ? email.toLowerCase() : undefined
}
