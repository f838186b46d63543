import { valueCell, type Address, type Cell, type Cells } from './cells'
import type { Broken } from './rules'

/** The fewest characters that can say why an odd figure is right (spec §2.0). */
export const SHORTEST_EXPLANATION = 10
export const LONGEST_EXPLANATION = 2_000

const PREFIX = 'explain!'

/** Where the explanation of a soft rule is kept: it is a cell like any other, with the figures it was given for. */
export const explanationAddress = (ruleCode: string): Address => `${PREFIX}${ruleCode}`

/** The rule an address explains, if it is such an address. */
export const explainedRule = (address: Address): string | undefined =>
  address.startsWith(PREFIX) ? address.slice(PREFIX.length) : undefined

/** An explanation of the figures as they are. */
export const explanationOf = ({ of }: Pick<Broken, 'of'>, comment: string): Cell => ({ ...valueCell(comment), of })

/**
 * None given; live while the figures are those it was given for; stale once they have moved. If they move back it is
 * live again.
 */
export type Explanation = { readonly kind: 'none' } | { readonly kind: 'live' | 'stale'; readonly comment: string }

/** What has been said about a rule that does not hold. */
export function explanationFor(broken: Pick<Broken, 'rule' | 'of'>, cells: Cells): Explanation {
  const found = cells[explanationAddress(broken.rule.code)]
  if (found?.state !== 'value' || typeof found.value !== 'string') return { kind: 'none' }
  return { kind: found.of === broken.of ? 'live' : 'stale', comment: found.value }
}
