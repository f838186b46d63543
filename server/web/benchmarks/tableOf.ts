import type { Indicator } from '../../domain/benchmarks/indicator'
import { becauseOf, whyHidden } from '../../domain/benchmarks/reasonsInWords'
import { statistics, statisticsOf } from '../../domain/benchmarks/statistics'
import { NOT_APPLICABLE, NOT_COLLECTED, ownWritten, shown } from '../../domain/benchmarks/written'
import { atGroup, capital, type Compared } from './compared'
import { groupOf } from './choice'
import type { Own } from './ownWords'
import type { Seen } from './seen'

/** The figures under a chart: the reader's own, then those of the group, and of the whole type where that is another. */
export interface FiguresTable {
  readonly headings: readonly string[]
  readonly rows: readonly FiguresRow[]
  /** Why some of them are hidden. */
  readonly hidden: readonly string[]
  /** Who agreed to be named, with their values. */
  readonly named: readonly { readonly name: string; readonly text: string }[]
}

interface FiguresRow {
  readonly name: string
  readonly organisations: string
  /** Each with the heading of its column, for narrow screens. */
  readonly cells: readonly { readonly label: string; readonly text: string }[]
  /** Why some of them are hidden. */
  readonly because: string
}

/** The table under a chart: the group chosen, and the employer's own type where that is another group. */
export function tableOf(indicator: Indicator, compared: Compared, seen: Seen): FiguresTable {
  const type = atGroup(indicator, groupOf('type', seen.groups) ?? 'all', seen)
  const groups = compared.group === type.group ? [type] : [compared, type]
  const rows = groups.map((each) => rowOf(indicator, each))
  return {
    headings: statisticsOf(indicator).map((statistic) => statistics[statistic]),
    rows,
    hidden: whyHidden(rows),
    named: seen
      .others(indicator.code, compared.group)
      .map(({ name, value }) => ({ name, text: ownWritten(indicator, value) })),
  }
}

function rowOf(indicator: Indicator, { those, figure, withheld }: Compared): FiguresRow {
  const told = statisticsOf(indicator)
  return {
    name: capital(those),
    organisations: String(figure?.organisations ?? 0),
    cells: told.map((statistic) => ({
      label: statistics[statistic],
      text: figure
        ? shown(indicator, statistic, figure[statistic])
        : shown(indicator, statistic, { withheld: 'too_few_organisations' }),
    })),
    because: withheld ?? (figure ? becauseOf(told.map((statistic) => figure[statistic])) : ''),
  }
}

/** How the reader's own figure is made: "31 out of 205"; or what stands in its place means. */
export function madeOf(indicator: Indicator, own: Own, { own: mine }: Seen): string {
  if (own.text === NOT_COLLECTED) return 'not collected'
  if (own.text === NOT_APPLICABLE) return 'does not apply'
  const told = mine.get(indicator.code)
  if (!told || own.value === undefined || indicator.compares !== 'ratio') return ''
  const of = (statistic: 'numerator' | 'denominator') => shown(indicator, statistic, { value: told[statistic] })
  return `${of('numerator')} out of ${of('denominator')}`
}
