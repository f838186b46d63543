import { censusDay } from '../../domain/benchmarks/censusDay'
import type { Indicator } from '../../domain/benchmarks/indicator'
import { liesFarFromNought, middleOf, spreadOf } from '../../domain/benchmarks/statistics'
import { ownWritten, tickWritten } from '../../domain/benchmarks/written'
import { dayInWords, shortDayInWords } from '../../domain/collections/calendar'
import { markup } from '../charts/element'
import { trendChart, type Point } from '../charts/trend'
import { groupOf } from './choice'
import type { EarlierSeen, Seen } from './seen'

export interface TrendShown {
  readonly svg: string
  /** What changed, by date, in words; and why two times are not joined. */
  readonly says: readonly string[]
}

/** An organisation's own figure over the collections, beside its type: joined only where it is comparable. */
export function trendOf(indicator: Indicator, seen: Seen): TrendShown | undefined {
  const before = seen.earlier.flatMap((earlier) => pointBefore(indicator, earlier, seen))
  const now = pointOf(indicator, seen, seen)
  const points = [...before, now]
  if (before.length === 0 || points.every(({ value }) => value === undefined)) return undefined
  const breaks = Object.entries(indicator.notComparableWith ?? {}).filter(([code]) =>
    seen.earlier.some(({ definition }) => definition.code === code),
  )
  const drawn = points.map((point) => ({ ...point, joins: breaks.length === 0 }))
  const told = drawn.map(({ at, value }) => `${value?.words ?? 'no figure'} on ${dayInWords(at)}`).join('; ')
  return {
    svg: markup(
      trendChart({
        id: `trend-${indicator.code}`,
        name: `${indicator.label}: your figure over time`,
        description: `${told}.`,
        points: drawn,
        mayStartLater: liesFarFromNought(indicator),
        tickWords: (value) => tickWritten(indicator, value),
      }),
    ),
    says: [
      `Your figure: ${told}.`,
      ...breaks.map(([, why]) => `Not joined, because the two are not comparable. ${why}`),
    ],
  }
}

function pointBefore(indicator: Indicator, earlier: EarlierSeen, { groups }: Seen): Point[] {
  const then = earlier.definition.indicators.find(({ code }) => code === indicator.code)
  return then ? [pointOf(then, earlier, { groups })] : []
}

function pointOf(
  indicator: Indicator,
  { definition, own, figure }: EarlierSeen,
  { groups }: Pick<Seen, 'groups'>,
): Point {
  const mine = own.get(indicator.code)
  const at = censusDay(definition)
  return {
    at,
    when: shortDayInWords(at),
    value: mine ? { value: mine.rate, words: ownWritten(indicator, mine.rate) } : undefined,
    spread: middleOf(spreadOf(indicator, figure(indicator.code, groupOf('type', groups) ?? 'all'))),
    joins: false,
  }
}
