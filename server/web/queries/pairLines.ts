import { claimWords, nameOf, type Pair } from '../../domain/pairs/pair'

/** What an employer and a partner of theirs say of the same people. */
export interface PairLine {
  readonly people: string
  readonly ours: string
  readonly theirs: string
  readonly stands: string
}

const stands = {
  agreed: 'You agree',
  differs: 'You differ',
  one_missing: 'One of you says nothing of it',
} as const

/**
 * What both sides of a pair say, to one of them: only once both have submitted. Of the other's return nothing else is
 * told, and before that nothing at all.
 */
export const pairLines = (pairs: readonly Pair[], code: string): PairLine[] =>
  pairs.flatMap((pair) => {
    const { standing, host, employer } = pair
    if (standing === 'waiting' || standing === 'outside') return []
    const isHost = host.code === code
    const [own, other] = isHost ? [host, employer] : [employer, host]
    const said = (side: typeof own): string => (side.claim ? claimWords(side.claim) : 'none')
    return [
      {
        people: isHost
          ? `Employed by ${nameOf(other)}, working in your services`
          : `Employed by you, working in the services of ${nameOf(other)}`,
        ours: said(own),
        theirs: said(other),
        stands: stands[standing],
      },
    ]
  })
