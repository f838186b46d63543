import { claimWords, nameOf, type Pair } from '../pairs/pair'
import { pairQuestions } from '../pairs/pairQuestions'
import { isTenfold } from '../survey/patternRules'
import type { Found } from './found'

/** B12: pairs of partners that do not tell the same of the same people; each side is asked. */
export const partnersApart = (pairs: readonly Pair[]): Found[] =>
  pairs.flatMap((pair) =>
    pairQuestions(pair).map(({ side, returnId, submissionId, asking }) => ({
      returnId,
      submissionId,
      organisation: nameOf(pair[side]),
      says: apartWords(pair),
      explanation: undefined,
      asking,
    })),
  )

function apartWords({ host, employer }: Pair): string {
  const said = (side: typeof host): string => `${nameOf(side)} says ${side.claim ? claimWords(side.claim) : 'none'}`
  const [here, there] = [host.claim?.wte, employer.claim?.wte]
  const tenfold = here !== undefined && there !== undefined && isTenfold(here, there)
  return `${said(host)}; ${said(employer)}.${tenfold ? ' One is exactly ten times the other (X06).' : ''}`
}
