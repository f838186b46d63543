import type { Figure } from '../disclosure/figure'
import type { TallyCounts } from '../disclosure/tallyTables'
import type { SurveyDefinition } from '../survey/definition'
import { basisOf } from './basis'
import { groupInWords } from './groupInWords'
import type { Indicator, Tally } from './indicator'
import { becauseOf, reasons, withheldBecause } from './reasonsInWords'
import { everyStatistic, statisticsOf } from './statistics'
import { countWritten, NOT_APPLICABLE, plain, shown, type Statistic, unitWords } from './written'

/** One published figure on a line of a file: every statistic as it is written everywhere, but for its unit and its commas. */
export interface FigureLine {
  readonly indicator: string
  readonly label: string
  readonly unit: string
  readonly basis: string
  readonly group: string
  readonly groupInWords: string
  readonly organisations: number
  readonly statistics: Readonly<Record<Statistic, string>>
  readonly because: string
}

/** A figure as a line of a table or a file: every statistic as it is written, or why none is told. */
export function figureLine(indicator: Indicator, figure: Figure, definition: SurveyDefinition): FigureLine {
  const those = statisticsOf(indicator)
  const because = withheldBecause(figure)
  return {
    indicator: indicator.code,
    label: indicator.label,
    unit: unitWords[indicator.scale],
    basis: basisOf(indicator) ?? '',
    group: figure.group,
    groupInWords: groupInWords(figure.group, definition),
    organisations: figure.organisations,
    statistics: each((statistic) =>
      those.includes(statistic) ? plain(shown(indicator, statistic, figure[statistic])) : NOT_APPLICABLE,
    ),
    because: because === undefined ? becauseOf(those.map((statistic) => figure[statistic])) : reasons[because],
  }
}

/** The people in each row of a table, and in all. */
export function tallyLines(tally: Tally, counts: TallyCounts, definition: SurveyDefinition): FigureLine[] {
  const total = plain(countWritten(counts.total))
  return tally.rows.map(({ code, label }) => {
    const people = counts.people[code] ?? { withheld: 'small_number' as const }
    return {
      indicator: `${tally.code}.${code}`,
      label: `${tally.label}: ${label}`,
      unit: 'people',
      basis: 'people',
      group: counts.group,
      groupInWords: groupInWords(counts.group, definition),
      organisations: counts.organisations,
      statistics: {
        ...each(() => NOT_APPLICABLE),
        numerator: plain(countWritten(people)),
        denominator: total,
      },
      because: becauseOf([people, counts.total]),
    }
  })
}

function each(of: (statistic: Statistic) => string): Record<Statistic, string> {
  const [median, lowerQuartile, upperQuartile] = [of('median'), of('lowerQuartile'), of('upperQuartile')]
  const [mean, least, greatest] = [of('mean'), of('least'), of('greatest')]
  const [pooled, numerator, denominator] = [of('pooled'), of('numerator'), of('denominator')]
  return { median, lowerQuartile, upperQuartile, mean, least, greatest, pooled, numerator, denominator }
}

/** What stands over the columns of such lines. */
export const figureHeadings = [
  'indicator',
  'label',
  'unit',
  'basis',
  'group',
  'group_in_words',
  'organisations',
  'median',
  'lower_quartile',
  'upper_quartile',
  'mean',
  'least',
  'greatest',
  'all_together',
  'counted',
  'out_of',
  'why_hidden',
] as const

/** A line in the order of its columns. */
export const figureCells = (line: FigureLine): (string | number)[] => [
  line.indicator,
  line.label,
  line.unit,
  line.basis,
  line.group,
  line.groupInWords,
  line.organisations,
  ...everyStatistic.map((statistic) => line.statistics[statistic]),
  line.because,
]
