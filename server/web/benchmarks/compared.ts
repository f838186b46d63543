import { groupInWords } from '../../domain/benchmarks/groupInWords'
import type { Indicator, PeerGroupKind } from '../../domain/benchmarks/indicator'
import { reasons, withheldBecause } from '../../domain/benchmarks/reasonsInWords'
import type { Figure } from '../../domain/disclosure/figure'
import { groupOf } from './choice'
import type { Seen } from './seen'

/** Whom an indicator is compared with on the page. */
export interface Compared {
  readonly group: string
  /** "NHS trusts in London". */
  readonly those: string
  readonly figure: Figure | undefined
  /** Why nothing of the group is told. */
  readonly withheld: string | undefined
  /** Why it is not the group that was chosen. */
  readonly instead: string | undefined
}

/** The chosen group; its type where the indicator is compared within that only, or where a region is withheld. */
export function comparedWith(indicator: Indicator, chosen: PeerGroupKind, seen: Seen): Compared {
  const type = atGroup(indicator, groupOf('type', seen.groups) ?? 'all', seen)
  if (chosen === 'type') return type
  const code = indicator.groups.includes(chosen) ? groupOf(chosen, seen.groups) : undefined
  if (code === undefined) {
    return { ...type, instead: `This is not compared in the group you chose: ${type.those} are shown.` }
  }
  const found = atGroup(indicator, code, seen)
  if (chosen !== 'region' || found.withheld === undefined || type.withheld !== undefined) return found
  return { ...type, instead: `${capital(found.those)}: not shown. ${found.withheld} ${capital(type.those)} are shown.` }
}

/** What a release says of one indicator for one group; where it says nothing, why. */
export function atGroup(indicator: Indicator, group: string, seen: Seen): Compared {
  const figure = seen.figure(indicator.code, group)
  const because = figure ? withheldBecause(figure) : 'too_few_organisations'
  return {
    group,
    those: groupInWords(group, seen.definition),
    figure,
    withheld: because === undefined ? undefined : reasons[because],
    instead: undefined,
  }
}

/** The same words as the beginning of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
