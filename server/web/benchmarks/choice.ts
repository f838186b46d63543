import { bases, isBasis, type Basis } from '../../domain/benchmarks/basis'
import { groupKinds, isGroupKind } from '../../domain/benchmarks/groupInWords'
import type { PeerGroupKind } from '../../domain/benchmarks/indicator'

/** Among whom, and on which basis, somebody wants to see their figures: one of what is offered, and nothing else. */
export interface Choice {
  readonly group: PeerGroupKind
  readonly basis: Basis
  /** The one topic somebody wants to see, as it was asked for. */
  readonly topic: unknown
  /** What was asked for and is not offered, in sentences. */
  readonly says: readonly string[]
}

type Query = Readonly<Record<string, unknown>>

/** Reads `?group=&basis=&topic=`; whatever is not offered shows what is usual, and says so. */
export function choiceIn(query: Query, offered: readonly PeerGroupKind[]): Choice {
  const [group, basis] = [textAt(query, 'group'), textAt(query, 'basis')]
  const isOffered = isGroupKind(group) && offered.includes(group)
  return {
    group: isOffered ? group : 'type',
    basis: isBasis(basis) ? basis : 'wte',
    topic: query.topic,
    says: [
      ...(group === '' || isOffered ? [] : ['There is no such group to choose. Your type in England is shown.']),
      ...(basis === '' || isBasis(basis) ? [] : ['There is no such basis. Whole-time equivalents are shown.']),
    ],
  }
}

const textAt = (query: Query, name: string): string => {
  const given = query[name]
  if (given === undefined) return ''
  return typeof given === 'string' ? given.trim() : '?'
}

/** What can be chosen, as the lists of a form. */
export const choicesOffered = (offered: readonly PeerGroupKind[]) => ({
  groups: offered.map((value) => ({ value, text: groupKinds[value] })),
  bases: Object.entries(bases).map(([value, text]) => ({ value, text })),
})

const kinds = Object.keys(groupKinds).filter(isGroupKind)

/** The kinds of groups an organisation is in, by their codes. */
export const kindsIn = (groups: readonly string[]): PeerGroupKind[] =>
  kinds.filter((kind) => groupOf(kind, groups) !== undefined)

/** The code of the one group of a kind that an organisation is in. */
export const groupOf = (kind: PeerGroupKind, groups: readonly string[]): string | undefined =>
  groups.find((group) => group === kind || group.startsWith(`${kind}:`))
