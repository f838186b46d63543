import { bitsOf, countBoth, countOnly, type Bits } from './bits'
import type { EarlierGroup } from './contributor'
import type { Reason } from './figure'
import { familyOf } from './groups'
import { parameters } from './parameters'

interface Member {
  readonly submission: string
  readonly groups: readonly string[]
}

interface Published {
  readonly group: string
  readonly earlier: boolean
  readonly bits: Bits
}

/** Whether a group's figures may be published or, if not, why. */
export type Standing = 'accepted' | Reason

/**
 * Which groups of organisations may be told of, beside one another and beside what earlier releases said. The coarsest are
 * let in first, and each further one only if all that are in by then still give nobody away.
 */
export function gate(members: readonly Member[], earlier: readonly EarlierGroup[]): Map<string, Standing> {
  const numbers = numbered(members, earlier)
  const bits = (submissions: Iterable<string>) =>
    bitsOf(
      numbers.size,
      [...submissions].map((submission) => numbers.get(submission) ?? 0),
    )
  const published: Published[] = earlier.map(({ group, submissions }) => ({
    group,
    earlier: true,
    bits: bits(submissions),
  }))
  const standings = new Map<string, Standing>()
  for (const [group, inGroup] of familyOf(members)) {
    const candidate = { group, earlier: false, bits: bits(inGroup.map(({ submission }) => submission)) }
    const standing = inGroup.length < parameters.organisations ? 'too_few_organisations' : besides(candidate, published)
    standings.set(group, standing)
    if (standing === 'accepted') published.push(candidate)
  }
  return standings
}

function numbered(members: readonly Member[], earlier: readonly EarlierGroup[]): Map<string, number> {
  const submissions = [
    ...members.map(({ submission }) => submission),
    ...earlier.flatMap((group) => [...group.submissions]),
  ]
  return new Map([...new Set(submissions)].map((submission, number) => [submission, number]))
}

/** Sets that share anybody differ by nobody or by enough. */
function besides(candidate: Published, published: readonly Published[]): Standing {
  for (const other of published) {
    if (countBoth(candidate.bits, other.bits) === 0) continue
    const gone = countOnly(other.bits, candidate.bits)
    const come = countOnly(candidate.bits, other.bits)
    const apart = other.earlier ? Math.max(gone, come) : gone + come
    if (apart === 0 || apart >= parameters.organisationsApart) continue
    return other.earlier && other.group === candidate.group ? 'too_few_changed' : 'too_like_another'
  }
  return 'accepted'
}
