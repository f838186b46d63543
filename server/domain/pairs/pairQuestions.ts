import type { Address } from '../survey/cells'
import type { Asking } from '../queries/asking'
import { claimWords, nameOf, type Pair, type Side } from './pair'

/** What is asked of each side of a pair that does not agree. Each is told the other's figure: both have submitted. */
export interface PairQuestion {
  readonly side: Side
  readonly returnId: string
  readonly submissionId: string
  readonly asking: Omit<Asking, 'id'>
}

const totals = { host: 'sw_ext.wte', employer: 'sw_emp_out.wte' } as const satisfies Record<Side, Address>

/** The same question to both sides; none where there is nothing to ask, or one of them has not submitted. */
export const pairQuestions = (pair: Pair): PairQuestion[] =>
  pair.standing === 'differs' || pair.standing === 'one_missing'
    ? (['host', 'employer'] as const).flatMap((side) => questionTo(side, pair) ?? [])
    : []

function questionTo(side: Side, pair: Pair): PairQuestion | undefined {
  const own = pair[side]
  const other = pair[side === 'host' ? 'employer' : 'host']
  if (typeof own.party?.submissionId !== 'string' || !other.party) return undefined
  const { claim } = own
  return {
    side,
    returnId: own.party.returnId,
    submissionId: own.party.submissionId,
    asking: {
      address: claim ? `${claim.stem}.wte` : totals[side],
      addresses: claim ? ['org', 'hc', 'wte'].map((column) => `${claim.stem}.${column}`) : [totals[side]],
      rule: 'B12',
      beside: [`${other.code} says ${other.claim ? claimWords(other.claim) : 'nothing'}`],
      partnerId: other.party.returnId,
      question: pairWords(side, pair),
    },
  }
}

/** What both sides are asked, each in its own words. */
function pairWords(side: Side, pair: Pair): string {
  const own = pair[side].claim
  const there = pair[side === 'host' ? 'employer' : 'host']
  const people =
    side === 'host'
      ? `social workers employed by ${nameOf(there)} who work in your services`
      : `social workers you employ who work in the services of ${nameOf(there)}`
  const you = own ? `You told us of ${claimWords(own)}` : `You told us of no ${people}`
  const they = there.claim
    ? `${nameOf(there)} told us of ${claimWords(there.claim)}`
    : `${nameOf(there)} told us of none`
  return own
    ? `${you}: ${people}. ${they}. We have asked both of you. Please settle between you which is right.`
    : `${you}. ${they}. We have asked both of you. Please settle between you which is right.`
}
