import type { Arrival } from '../clock'
import { decideNow } from '../db/clock'
import { insertRegisterEvent } from '../db/registerEvents'
import { revokeToken as revoke } from '../db/tokens'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

export type TokenRevoked = { readonly kind: 'revoked'; readonly name: string } | { readonly kind: 'not_found' }

interface RevokeToken {
  readonly id: string
  readonly personId: string
  readonly arrival: Arrival
}

/** Ends a token, from the next request on. */
export const revokeToken = (
  { db }: Pick<Services, 'db'>,
  { id, personId, arrival }: RevokeToken,
): Promise<TokenRevoked> =>
  inTransaction<TokenRevoked>(db, async (tx) => {
    const name = await revoke(tx, id, personId)
    if (name === undefined) return { kind: 'not_found' }
    const decidedAt = await decideNow(tx, arrival)
    await insertRegisterEvent(tx, { kind: 'token_revoked', about: name, personId, decidedAt })
    return { kind: 'revoked', name }
  })
