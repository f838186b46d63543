/** One survey, collected once: when it opens, and the first moment that is too late. */
export interface Collection {
  readonly opensAt: Date
  readonly cutoffAt: Date
}

export type Phase = 'upcoming' | 'open' | 'locked'

/** Never stored: a lock is a fact about the time, not a flag somebody must remember to set. */
export function phaseAt({ opensAt, cutoffAt }: Collection, now: Date): Phase {
  if (now < opensAt) return 'upcoming'
  return now < cutoffAt ? 'open' : 'locked'
}
