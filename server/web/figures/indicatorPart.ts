import { groupName, groupsIn, type Breakdown } from '../../domain/benchmarks/breakdown'
import { basisOf } from '../../domain/benchmarks/basis'
import type { Indicator } from '../../domain/benchmarks/indicator'
import { becauseOf, whyHidden, reasons, valueOf, withheldBecause } from '../../domain/benchmarks/reasonsInWords'
import { liesFarFromNought, spreadOf, statistics, statisticsOf } from '../../domain/benchmarks/statistics'
import { shown, tickWritten } from '../../domain/benchmarks/written'
import type { Figure } from '../../domain/disclosure/figure'
import { markup } from '../charts/element'
import { rowsChart } from '../charts/rows'
import type { Released } from './released'

/** One indicator of the national results: a chart of its groups, and their figures. */
export interface IndicatorPart {
  readonly id: string
  readonly title: string
  readonly says: string
  readonly notes: readonly string[]
  readonly svg: string | undefined
  readonly headings: readonly string[]
  readonly rows: readonly GroupRow[]
  /** Why some of them are hidden. */
  readonly hidden: readonly string[]
}

interface GroupRow {
  readonly name: string
  /** "52 of 55". */
  readonly coverage: string
  readonly cells: readonly { readonly label: string; readonly text: string }[]
  readonly because: string
}

interface Group {
  readonly group: string
  readonly name: string
  readonly figure: Figure
}

/** Nothing where no organisation of the breakdown has the figure. */
export function indicatorPart(indicator: Indicator, by: Breakdown, released: Released): IndicatorPart | undefined {
  const groups = groupsOf(indicator, by, released)
  if (groups.length === 0) return undefined
  const rows = groups.map((each) => rowOf(indicator, each, released))
  return {
    id: indicator.code,
    title: titleOf(indicator),
    says: indicator.says,
    notes: indicator.note === undefined ? [] : [indicator.note],
    svg: chartOf(indicator, groups, released),
    headings: statisticsOf(indicator).map((statistic) => statistics[statistic]),
    rows,
    hidden: whyHidden(rows),
  }
}

const onBasis = { wte: ' (on whole-time equivalents)', people: ' (on people)' } as const

/** What an indicator is called, with its basis where it has one. */
export function titleOf(indicator: Indicator): string {
  const basis = basisOf(indicator)
  return basis === undefined ? indicator.label : `${indicator.label}${onBasis[basis]}`
}

const groupsOf = (indicator: Indicator, by: Breakdown, { book, definition }: Released): Group[] =>
  groupsIn(by, indicator.organisations).flatMap((group) => {
    const figure = book.at(indicator.code, group)
    return figure ? [{ group, figure, name: groupName(group, definition) }] : []
  })

function chartOf(indicator: Indicator, groups: readonly Group[], released: Released): string | undefined {
  const rows = groups.map(({ group, name, figure }) => ({
    words: `${name}, ${coverageOf(group, figure, released)}`,
    spread: spreadOf(indicator, figure),
    pooled: valueOf(figure.pooled),
    without: 'hidden',
  }))
  if (groups.every(({ figure }) => withheldBecause(figure) !== undefined)) return undefined
  const told = groups.map(({ name, figure }) => `${name}: ${inWords(indicator, figure)}`)
  return markup(
    rowsChart({
      id: `chart-${indicator.code}`,
      name: indicator.label,
      description: `${told.join('; ')}.`,
      rows,
      mayStartLater: liesFarFromNought(indicator),
      tickWords: (value) => tickWritten(indicator, value),
    }),
  )
}

function inWords(indicator: Indicator, figure: Figure): string {
  const because = withheldBecause(figure)
  if (because !== undefined) return 'hidden'
  const parts = [
    'value' in figure.median ? `median ${shown(indicator, 'median', figure.median)}` : '',
    'value' in figure.pooled ? `all together ${shown(indicator, 'pooled', figure.pooled)}` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** "52 of 55": how many have it, of those asked. */
function coverageOf(group: string, { organisations }: Figure, { release }: Released): string {
  const asked = release.methods.response.find((line) => line.group === group)?.asked
  return asked === undefined ? String(organisations) : `${organisations} of ${asked}`
}

function rowOf(indicator: Indicator, { group, name, figure }: Group, released: Released): GroupRow {
  const told = statisticsOf(indicator)
  const because = withheldBecause(figure)
  return {
    name,
    coverage: coverageOf(group, figure, released),
    cells: told.map((statistic) => ({
      label: statistics[statistic],
      text: shown(indicator, statistic, figure[statistic]),
    })),
    because: because === undefined ? becauseOf(told.map((statistic) => figure[statistic])) : reasons[because],
  }
}
