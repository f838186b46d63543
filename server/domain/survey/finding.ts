import type { Address } from './cells'

/** One place where a rule does not hold. */
export interface Finding {
  readonly says: string
  /** What to change: addresses of boxes. */
  readonly addresses: readonly Address[]
}
