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

/** Names what is withheld of a group. */
export const totalName = (of: string, group: string): string => `${of} ${group}`

/**
 * Totals of the same thing, over organisations that differ by one to four, tell of these few when one is taken from the
 * other: the people an employer has, say, in an indicator it could answer and in one it could not. Of such totals the one
 * of more organisations is told (decisions: published groups "differ by 0 or by 5 or more organisations"). Two totals are
 * of the same thing where every organisation that is in both brings the same to both.
 */
export function totalsTooLike(
  totals: readonly ExactTotal[],
  membersOf: ReadonlyMap<string, readonly number[]>,
): ReadonlySet<string> {
  const withheld = new Set<string>()
  for (const [group, members] of membersOf) {
    const told: ExactTotal[] = []
    for (const [of, together] of inOrder(totals, group, members)) {
      const isLike = together.some((total) => told.some((other) => areLike(total, other, members)))
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
function areLike({ amounts: one }: ExactTotal, { amounts: other }: ExactTotal, members: readonly number[]): boolean {
  let differing = 0
  for (const at of members) {
    const [a = NaN, b = NaN] = [one[at], other[at]]
    if (Number.isNaN(a) && Number.isNaN(b)) continue
    if (Number.isNaN(a) || Number.isNaN(b)) differing += 1
    else if (Math.abs(a - b) > SAME) return false
    if (differing >= parameters.organisationsApart) return false
  }
  return differing > 0
}
