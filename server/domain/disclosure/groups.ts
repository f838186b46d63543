/** Groups from the coarsest to the finest: the order in which they are let through. */
export const kinds = ['all', 'type', 'region', 'model', 'size', 'service']

/** The kind of a group: of `region:nhs_trust:Y56`, `region`. */
export const kindOf = (group: string): string => group.split(':')[0] ?? group

/** All of England: what it makes together is not rounded. */
export const isNational = (group: string): boolean => group === 'all' || group.startsWith('type:')

/** What organisations make together is told of England and of regions, not of groups by what they are like. */
export const isPooled = (group: string): boolean => isNational(group) || group.startsWith('region:')

/** What the survey is about first: where not every type can be told beside all together, trusts are (wave 2022, 2 and 5). */
const leading = 'type:nhs_trust'

/** Members of each group, by its code: the coarsest first, of types trusts, among equals the larger, then by code. */
export function familyOf<M extends { readonly groups: readonly string[] }>(members: readonly M[]): [string, M[]][] {
  const family = new Map<string, M[]>()
  for (const member of members) {
    for (const group of member.groups) {
      const found = family.get(group)
      if (found) found.push(member)
      else family.set(group, [member])
    }
  }
  const rank = (group: string) => kinds.indexOf(kindOf(group))
  return [...family].sort(
    ([one, ones], [other, others]) =>
      rank(one) - rank(other) ||
      Number(other === leading) - Number(one === leading) ||
      others.length - ones.length ||
      (one < other ? -1 : 1),
  )
}
