import { contactOfReturn, setNotBouncing } from '../db/bouncing'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

interface TryAddressAgain {
  readonly returnId: string
  /** Somebody of its employer. */
  readonly personId: string
}

export type AddressTried =
  | { readonly kind: 'believed'; readonly name: string }
  | { readonly kind: 'not_bouncing' }
  | { readonly kind: 'not_found' }

/** Believes an address again whose mail came back: the next letter to it is sent. */
export const tryAddressAgain = ({ db }: Pick<Services, 'db'>, { returnId, personId }: TryAddressAgain) =>
  inTransaction<AddressTried>(db, async (tx) => {
    const found = await contactOfReturn(tx, returnId, personId)
    if (!found) return { kind: 'not_found' }
    return (await setNotBouncing(tx, personId)) ? { kind: 'believed', name: found.name } : { kind: 'not_bouncing' }
  })
