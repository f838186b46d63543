import { hasResponded, type ReturnStatus } from '../returns/lifecycle'

/** How many returns stand alike. */
export interface Counted {
  readonly status: ReturnStatus
  /** Whether a submission stands. */
  readonly stands: boolean
  readonly count: number
}

export interface ResponseRate {
  readonly responses: number
  /** Everybody asked. */
  readonly frame: number
  /** Whole per cent; undefined where nobody is asked. */
  readonly percent: number | undefined
}

/**
 * How many of those asked have answered (ind_response): a nil return and one covered by another answer, each once;
 * whoever declined stays among those asked; whoever is no longer required does not.
 */
export function responseRate(counted: readonly Counted[]): ResponseRate {
  const asked = counted.filter(({ status }) => status !== 'no_longer_required')
  const frame = total(asked)
  const responses = total(asked.filter(({ status, stands }) => hasResponded(status, stands)))
  return { responses, frame, percent: frame === 0 ? undefined : Math.round((responses / frame) * 100) }
}

const total = (counted: readonly Counted[]): number => counted.reduce((sum, { count }) => sum + count, 0)
