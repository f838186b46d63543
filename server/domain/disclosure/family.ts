import { bitsOf, countBoth, countOnly, type Bits } from './bits'
import type { EarlierGroup } from './contributor'
import type { Reason } from './figure'
import { familyOf } from './groups'
import { parameters } from './parameters'
import { givesAway } from './solving'
import { knowing, nothingKnown, type Sums } from './sums'

/** Whoever contributes, by which submission, to which groups. */
export interface Member {
  readonly submission: string
  readonly groups: readonly string[]
}

/** Whether a group's figures may be told or, if not, why. */
export type Standing = 'accepted' | Reason

/** What has been told so far, in this release and in those before. */
interface Told {
  readonly sets: TellableSet[]
  sums: Sums
}

interface TellableSet {
  readonly group: string
  readonly isEarlier: boolean
  readonly members: readonly number[]
  readonly bits: Bits
}

/**
 * Which groups of organisations may be told of, beside one another and beside what earlier releases told. The coarsest are
 * let through first, and each further one only where all that are told by then still give nobody away: nor to somebody who
 * has kept the figures that an earlier release showed by name.
 */
export function gate(members: readonly Member[], earlier: readonly EarlierGroup[]): Map<string, Standing> {
  const named = new Set(earlier.flatMap((each) => [...(each.named ?? [])]))
  if (named.size === 0) return standingsOf(members, earlier)
  const unnamed = earlier.map((each) => ({ ...each, submissions: without(each.submissions, named) }))
  const others = members.filter(({ submission }) => !named.has(submission))
  const toReader = standingsOf(others, unnamed)
  const isTold = (group: string) => (toReader.get(group) ?? 'accepted') === 'accepted'
  const told = members.map((member) => ({ ...member, groups: member.groups.filter(isTold) }))
  const standings = standingsOf(told, earlier)
  return new Map(
    familyOf(members).map(([group]) => [group, standings.get(group) ?? toReader.get(group) ?? 'too_few_organisations']),
  )
}

const without = (submissions: ReadonlySet<string>, named: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...submissions].filter((submission) => !named.has(submission)))

function standingsOf(members: readonly Member[], earlier: readonly EarlierGroup[]): Map<string, Standing> {
  const { numbers, past } = numbered(members, earlier)
  const setOf = (group: string, submissions: Iterable<string>, isEarlier: boolean): TellableSet => {
    const inGroup = [...submissions].map((submission) => numbers.get(submission) ?? 0)
    return { group, isEarlier, members: inGroup, bits: bitsOf(numbers.size, inGroup) }
  }
  const told: Told = { sets: [], sums: nothingKnown(numbers.size) }
  for (const { group, submissions } of earlier) {
    const set = setOf(group, submissions, true)
    told.sets.push(set)
    told.sums = knowing(told.sums, set.members)
  }
  const submissionsOf = (inGroup: readonly Member[]) => inGroup.map(({ submission }) => submission)
  return new Map(
    familyOf(members).map(([group, inGroup]) => [
      group,
      letIn(setOf(group, submissionsOf(inGroup), false), told, past),
    ]),
  )
}

/** Every submission that comes into it gets a number; those of the past do not stand any more. */
function numbered(members: readonly Member[], earlier: readonly EarlierGroup[]) {
  const numbers = new Map<string, number>()
  for (const { submission } of members) numbers.set(submission, numbers.size)
  const standing = numbers.size
  for (const { submissions } of earlier) {
    for (const submission of submissions) if (!numbers.has(submission)) numbers.set(submission, numbers.size)
  }
  const past = new Set([...numbers.values()].filter((number) => number >= standing))
  return { numbers, past }
}

function letIn(set: TellableSet, told: Told, past: ReadonlySet<number>): Standing {
  if (set.members.length < parameters.organisations) return 'too_few_organisations'
  const like = told.sets.filter((other) => isTooLike(set, other))
  if (like.some(({ isEarlier, group }) => isEarlier && group === set.group)) return 'too_few_changed'
  if (like.length > 0) return 'too_like_another'
  const sums = knowing(told.sums, set.members)
  if (givesAway(sums, past)) return 'could_be_worked_out'
  told.sets.push(set)
  told.sums = sums
  return 'accepted'
}

/**
 * Two sets that share somebody and differ by a few. Against an earlier release, the same organisation may have gone with
 * one submission and come with another: so many at least have changed as have gone, or have come.
 */
function isTooLike(set: TellableSet, other: TellableSet): boolean {
  if (countBoth(set.bits, other.bits) === 0) return false
  const [gone, come] = [countOnly(other.bits, set.bits), countOnly(set.bits, other.bits)]
  const apart = other.isEarlier ? Math.max(gone, come) : gone + come
  return apart > 0 && apart < parameters.organisationsApart
}
