import { appNow } from '../db/clock'
import type { Reader } from '../db/transaction'

/** The product's clock and the one nobody can set may differ by so many milliseconds from one look to the next. */
const TOLERANCE = 5000

/** Says, each time it is asked, whether the product's clock has been moved since it was last asked. */
export function clockWatch(db: Reader): () => Promise<boolean> {
  let before: number | undefined
  return async () => {
    const apart = (await appNow(db)).getTime() - performance.now()
    const moved = before !== undefined && Math.abs(apart - before) > TOLERANCE
    before = apart
    return moved
  }
}
