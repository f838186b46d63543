import { revokeToken as revoke } from '../db/tokens'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

export type TokenRevoked = { readonly kind: 'revoked'; readonly name: string } | { readonly kind: 'not_found' }

/** Ends a token, from the next request on. */
export const revokeToken = ({ db }: Pick<Services, 'db'>, id: string, personId: string): Promise<TokenRevoked> =>
  inTransaction<TokenRevoked>(db, async (tx) => {
    const name = await revoke(tx, id, personId)
    return name === undefined ? { kind: 'not_found' } : { kind: 'revoked', name }
  })
