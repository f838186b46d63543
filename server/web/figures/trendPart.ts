import { censusDay } from '../../domain/benchmarks/censusDay'
import type { Indicator } from '../../domain/benchmarks/indicator'
import { becauseOf, whyHidden } from '../../domain/benchmarks/reasonsInWords'
import { liesFarFromNought, middleHalf, middleOf, spreadOf } from '../../domain/benchmarks/statistics'
import { NOT_APPLICABLE, shown, tickWritten } from '../../domain/benchmarks/written'
import { dayInWords, shortDayInWords } from '../../domain/collections/calendar'
import type { Figure } from '../../domain/disclosure/figure'
import { markup } from '../charts/element'
import { trendChart, type Point } from '../charts/trend'
import { titleOf } from './indicatorPart'
import type { Released } from './released'

/** One indicator of one group over the collections of a survey. */
export interface TrendPart {
  readonly id: string
  readonly title: string
  readonly svg: string | undefined
  /** Why two times are not joined. */
  readonly breaks: readonly string[]
  readonly rows: readonly {
    readonly when: string
    readonly organisations: string
    readonly pooled: string
    readonly median: string
    readonly half: string
  }[]
  readonly hidden: readonly string[]
}

interface Told {
  readonly at: Date
  readonly indicator: Indicator
  readonly figure: Figure
  /** Why it is not joined to the one before. */
  readonly apart: string | undefined
}

/** Nothing where fewer than two collections tell it. `released` goes from the earliest to the latest. */
export function trendPart(indicator: Indicator, group: string, released: readonly Released[]): TrendPart | undefined {
  const told = released.flatMap((each, number) => toldIn(each, { code: indicator.code, group }, released[number - 1]))
  if (told.length < 2) return undefined
  return {
    id: indicator.code,
    title: titleOf(indicator),
    svg: chartOf(indicator, told),
    breaks: told.flatMap(({ apart }) => (apart === undefined ? [] : [apart])),
    rows: told.map(rowOf),
    hidden: whyHidden(
      told.map(({ at, figure }) => ({ name: dayInWords(at), because: becauseOf([figure.pooled, figure.median]) })),
    ),
  }
}

const rowOf = ({ at, indicator, figure }: Told): TrendPart['rows'][number] => ({
  when: dayInWords(at),
  organisations: String(figure.organisations),
  pooled: shown(indicator, 'pooled', figure.pooled),
  median: shown(indicator, 'median', figure.median),
  half: middleHalf(indicator, figure) ?? NOT_APPLICABLE,
})

interface Wanted {
  readonly code: string
  readonly group: string
}

function toldIn({ definition, book }: Released, { code, group }: Wanted, before: Released | undefined): Told[] {
  const indicator = definition.indicators.find((each) => each.code === code)
  const figure = book.at(code, group)
  if (!indicator || !figure) return []
  return [{ at: censusDay(definition), indicator, figure, apart: before && apartFrom(indicator, group, before) }]
}

/** A trend never joins what is not comparable; some indicators are comparable by type, and not for all together. */
const apartFrom = (indicator: Indicator, group: string, { definition }: Released): string | undefined =>
  indicator.notComparableWith?.[definition.code] ??
  (group === 'all' ? indicator.notComparableTogether?.[definition.code] : undefined)

function chartOf(indicator: Indicator, told: readonly Told[]): string | undefined {
  const points: Point[] = told.map(({ at, figure, indicator: then, apart }) => ({
    at,
    when: shortDayInWords(at),
    value:
      'value' in figure.pooled
        ? { value: figure.pooled.value, words: shown(then, 'pooled', figure.pooled) }
        : undefined,
    spread: middleOf(spreadOf(then, figure)),
    joins: apart === undefined,
  }))
  if (points.every(({ value, spread }) => value === undefined && spread.median === undefined)) return undefined
  return markup(
    trendChart({
      id: `trend-${indicator.code}`,
      name: `${indicator.label} over time`,
      description: `${points.map(({ at, value }) => `${value?.words ?? 'not shown'} on ${dayInWords(at)}`).join('; ')}.`,
      points,
      mayStartLater: liesFarFromNought(indicator),
      tickWords: (value) => tickWritten(indicator, value),
    }),
  )
}
