import { countTry } from '../db/throttles'
import { findToken, setTokenUsed } from '../db/tokens'
import { inTransaction } from '../db/transaction'
import type { Scope, TokenState } from '../domain/tokens/scopes'
import type { Services } from '../services'

/** How often one token may be used. */
export const MOST_A_MINUTE = 300

export type TokenUsed =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'unknown' }
  | { readonly kind: Exclude<TokenState, 'works'> }
  | { readonly kind: 'wrong_scope' }
  | { readonly kind: 'too_many'; readonly waitSeconds: number }

/** Judges a token that another system shows, counts the request, and notes when it was last used. */
export const useToken = ({ db, links }: Pick<Services, 'db' | 'links'>, token: string, scope: Scope) =>
  inTransaction<TokenUsed>(db, async (tx) => {
    const found = await findToken(tx, links.hashOf(token))
    if (!found) return { kind: 'unknown' }
    if (found.state !== 'works') return { kind: found.state }
    const counted = await countTry(tx, { key: `token ${found.id}`, most: MOST_A_MINUTE, seconds: 60 })
    if (counted.tries > MOST_A_MINUTE) return { kind: 'too_many', waitSeconds: Math.ceil(counted.secondsLeft) }
    await setTokenUsed(tx, found.id)
    return found.scopes.includes(scope) ? { kind: 'admitted' } : { kind: 'wrong_scope' }
  })
