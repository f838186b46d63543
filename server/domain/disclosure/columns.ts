import type { EarlierGroup } from './contributor'
import { isPooled } from './groups'

/** A group of which a table tells counts: now, or in an earlier release, which told these of them. */
export interface Column {
  /** By itself among all columns; of a group that is told now, the group's code. */
  readonly name: string
  readonly group: string
  readonly toldBefore?: ReadonlySet<string>
}

interface Grouped {
  readonly submission: string
  readonly groups: readonly string[]
}

/**
 * The columns of a table: the groups that are told now, and those of which earlier releases told counts. With each member
 * the columns it is in; those of the past, whose submissions do not stand any more, are in earlier ones only.
 */
export function columnsOf<M extends Grouped>(
  { members, past }: { readonly members: readonly M[]; readonly past: readonly M[] },
  accepted: readonly string[],
  earlier: readonly EarlierGroup[],
): { readonly columns: readonly Column[]; readonly within: readonly M[] } {
  const before = earlier.flatMap(({ group, release, counts, submissions }) =>
    counts && isPooled(group) ? [{ name: `release ${release}, ${group}`, group, toldBefore: counts, submissions }] : [],
  )
  const isAccepted = new Set(accepted)
  const then = (submission: string) => before.flatMap((each) => (each.submissions.has(submission) ? [each.name] : []))
  const now = members.map((member) => ({
    ...member,
    groups: [...member.groups.filter((group) => isAccepted.has(group)), ...then(member.submission)],
  }))
  const gone = past.map((member) => ({ ...member, groups: then(member.submission) }))
  return {
    columns: [...accepted.map((group) => ({ name: group, group })), ...before],
    within: [...now, ...gone.filter(({ groups }) => groups.length > 0)],
  }
}
