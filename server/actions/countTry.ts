import { countTry as count, type Throttle } from '../db/throttles'
import { inTransaction } from '../db/transaction'
import type { Services } from '../services'

/** A try at a door: it may go on, or must wait so many seconds. */
export type Counted = { readonly kind: 'counted' } | { readonly kind: 'too_many'; readonly waitSeconds: number }

/** Counts a try before it is judged, so that many at once cannot slip through together. */
export const countTry = ({ db }: Pick<Services, 'db'>, throttles: readonly Throttle[]): Promise<Counted> =>
  inTransaction<Counted>(db, async (tx) => {
    const waits: number[] = []
    // Always in the same order, so that two of them cannot each wait for the other.
    for (const throttle of [...throttles].sort((one, other) => (one.key < other.key ? -1 : 1))) {
      const { tries, secondsLeft } = await count(tx, throttle)
      if (tries > throttle.most) waits.push(secondsLeft)
    }
    return waits.length > 0 ? { kind: 'too_many', waitSeconds: Math.ceil(Math.max(...waits)) } : { kind: 'counted' }
  })
