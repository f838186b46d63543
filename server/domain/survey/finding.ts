import type { Address } from './cells'

/** One place where a rule does not hold. */
export interface Finding {
  readonly says: string
  /** What to change: addresses of boxes. */
  readonly addresses: readonly Address[]
  /** A figure from outside the return it was judged on besides, in writing. */
  readonly beside?: string
}
