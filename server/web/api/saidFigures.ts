import type { FoundRelease } from '../../db/releases'
import type { Indicator, Tally } from '../../domain/benchmarks/indicator'
import { statisticsOf } from '../../domain/benchmarks/statistics'
import { countWritten, plain, shown, type Statistic } from '../../domain/benchmarks/written'
import type { Figure, Shown } from '../../domain/disclosure/figure'
import type { TallyCounts } from '../../domain/disclosure/tallyTables'

/** How figures are told to other systems: each the very figure that is written on the page, or why it is not. */

/** A release, for other systems. */
export const saidRelease = (release: FoundRelease & { readonly publishedAt: Date }) => ({
  number: release.number,
  kind: release.kind,
  made_at: release.decidedAt.toISOString(),
  published_at: release.publishedAt.toISOString(),
  submissions: release.methods.submissions,
  changed: release.changed.says,
  sha256: release.hash,
})

/** The figures of an indicator, for other systems. */
export const saidIndicator = (release: number, indicator: Indicator, figures: readonly Figure[]) => ({
  release,
  code: indicator.code,
  label: indicator.label,
  says: indicator.says,
  topic: indicator.topic,
  subject: indicator.subject,
  scale: indicator.scale,
  note: indicator.note ?? null,
  figures: figures.map((figure) => saidFigure(indicator, figure)),
})

function saidFigure(indicator: Indicator, figure: Figure) {
  const told = statisticsOf(indicator)
  const of = (statistic: Statistic) =>
    told.includes(statistic)
      ? saidShown(figure[statistic], (each) => shown(indicator, statistic, each))
      : saidShown({ withheld: 'not_told' }, () => '')
  return {
    group: figure.group,
    organisations: figure.organisations,
    median: of('median'),
    lower_quartile: of('lowerQuartile'),
    upper_quartile: of('upperQuartile'),
    mean: of('mean'),
    least: of('least'),
    greatest: of('greatest'),
    all_together: of('pooled'),
    counted: of('numerator'),
    out_of: of('denominator'),
  }
}

const saidShown = (figure: Shown, written: (figure: Shown) => string) =>
  'value' in figure
    ? { value: Number(plain(written(figure))), withheld: null }
    : { value: null, withheld: figure.withheld }

/** A table of people, for other systems. */
export const saidTable = (release: number, tally: Tally, counts: readonly TallyCounts[]) => ({
  release,
  code: tally.code,
  label: tally.label,
  rows: tally.rows.map(({ code, label }) => ({ code, label })),
  groups: counts.map(({ group, organisations, people, total }) => ({
    group,
    organisations,
    rows: tally.rows.map(({ code }) => ({
      code,
      people: saidShown(people[code] ?? { withheld: 'small_number' }, countWritten),
    })),
    all: saidShown(total, countWritten),
  })),
})
