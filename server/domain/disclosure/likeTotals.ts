import { parameters } from './parameters'

/**
 * A total that is told exactly of some groups, with what each submission brings to it: by the submission's place among all
 * of the release, NaN where it brings nothing.
 */
export interface ExactTotal {
  /** What is withheld where the total must not be told: a tally, or one of the two figures an indicator is made of. */
  readonly of: string
  readonly groups: readonly string[]
  readonly amounts: Float64Array
}

/** The same of an earlier release; and the places of those who have submitted again since. */
export interface EarlierTotal extends ExactTotal {
  readonly changed: ReadonlySet<number>
}

/** Names what is withheld of a group. */
export const totalName = (of: string, group: string): string => `${of} ${group}`

/**
 * Totals of the same thing, over organisations that differ by one to four, tell of these few when one is taken from the
 * other: the people an employer has, say, in an indicator it could answer and in one it could not. Of such totals the one
 * of more organisations is told (decisions: published groups "differ by 0 or by 5 or more organisations"). Two totals are
 * of the same thing where every organisation that is in both brings the same to both; or, beside an earlier release, has
 * submitted again since.
 */
export function totalsTooLike(
  totals: readonly ExactTotal[],
  membersOf: ReadonlyMap<string, readonly number[]>,
  earlier: readonly EarlierTotal[] = [],
): ReadonlySet<string> {
  const withheld = new Set<string>()
  for (const [group, members] of membersOf) {
    const told: ExactTotal[] = []
    const before = earlier.filter(({ groups }) => groups.includes(group))
    for (const [of, together] of inOrder(totals, group, members)) {
      // Of the same indicator it is judged which organisations it is of: groups of two releases differ by enough.
      const others = before.filter((each) => each.of !== of)
      const isLike = together.some(
        (total) =>
          told.some((other) => areLike(total, other, members)) ||
          others.some((other) => areLike(total, other, members, other.changed)),
      )
      if (isLike) withheld.add(totalName(of, group))
      else told.push(...together)
    }
  }
  return withheld
}

/** What is told of a group, each with all its totals: those of most organisations first. */
function inOrder(totals: readonly ExactTotal[], group: string, members: readonly number[]): [string, ExactTotal[]][] {
  const found = new Map<string, ExactTotal[]>()
  for (const total of totals) {
    if (!total.groups.includes(group)) continue
    const known = found.get(total.of)
    if (known) known.push(total)
    else found.set(total.of, [total])
  }
  const sizes = new Map([...found].map(([of, [total]]) => [of, total ? contributorsIn(total, members) : 0]))
  return [...found].sort(([one], [other]) => (sizes.get(other) ?? 0) - (sizes.get(one) ?? 0))
}

const contributorsIn = ({ amounts }: ExactTotal, members: readonly number[]): number =>
  members.reduce((count, at) => count + (Number.isNaN(amounts[at]) ? 0 : 1), 0)

/** What floating point leaves behind. */
const SAME = 1e-6

/** Whether they are of the same thing, over sets that differ by a few. */
function areLike(
  { amounts: one }: ExactTotal,
  { amounts: other }: ExactTotal,
  members: readonly number[],
  changed?: ReadonlySet<number>,
): boolean {
  let differing = 0
  for (const at of members) {
    const how = comparedAt(one[at], other[at])
    if (how === 'other' && !changed?.has(at)) return false
    if (how === 'other' || how === 'one') differing += 1
    if (differing >= parameters.organisationsApart) return false
  }
  return differing > 0
}

/** Whether an organisation brings the same to both, something to one alone, something else, or nothing to either. */
function comparedAt(a = NaN, b = NaN): 'same' | 'one' | 'other' | 'neither' {
  if (Number.isNaN(a) && Number.isNaN(b)) return 'neither'
  if (Number.isNaN(a) || Number.isNaN(b)) return 'one'
  return Math.abs(a - b) > SAME ? 'other' : 'same'
}
