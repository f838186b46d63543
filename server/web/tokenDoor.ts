import type { Response } from 'express'
import { MOST_A_MINUTE, useToken, type TokenUsed } from '../actions/useToken'
import type { Scope } from '../domain/tokens/scopes'
import type { Services } from '../services'
import { sendProblem, type SaidProblem } from './problem'
import type { Visit } from './route'

const BEARER = /^Bearer +([\w~+/.-]{1,200}=*)$/i

/** Whether a request shows a token that may read this; where it does not, it has been answered. */
export async function isAdmitted(
  services: Pick<Services, 'db' | 'links'>,
  { req, res }: Pick<Visit, 'req' | 'res'>,
  scope: Scope,
): Promise<boolean> {
  const [, token] = BEARER.exec(req.get('authorization') ?? '') ?? []
  const used: TokenUsed | { readonly kind: 'none' } =
    token === undefined ? { kind: 'none' } : await useToken(services, token, scope)
  if (used.kind === 'admitted') return true
  if (used.kind === 'too_many') res.setHeader('Retry-After', used.waitSeconds)
  refuse(res, used.kind, scope)
  return false
}

type Refused = Exclude<TokenUsed['kind'], 'admitted'> | 'none'

const words = (scope: Scope): Readonly<Record<Refused, SaidProblem>> => ({
  none: signIn('Send the header Authorization: Bearer and your token. An administrator makes tokens.'),
  unknown: signIn('There is no such token. Check that all of it was copied.'),
  expired: signIn('The token has expired. Ask an administrator for another.'),
  revoked: signIn('The token has been revoked. Ask an administrator for another.'),
  wrong_scope: {
    status: 403,
    title: 'The token may not read this',
    detail: `It was not made to read ${scope}. Ask an administrator for one that was.`,
  },
  too_many: {
    status: 429,
    title: 'Too many requests',
    detail: `One token may ask ${MOST_A_MINUTE} times a minute. Wait for as many seconds as the header Retry-After says.`,
  },
})

const signIn = (detail: string): SaidProblem => ({ status: 401, title: 'A token is needed', detail })

function refuse(res: Response, kind: Refused, scope: Scope): void {
  const said = words(scope)[kind]
  const error = kind === 'none' ? '' : `, error="${said.status === 403 ? 'insufficient_scope' : 'invalid_token'}"`
  if (said.status === 401 || said.status === 403) res.setHeader('WWW-Authenticate', `Bearer realm="api"${error}`)
  sendProblem(res, said)
}
