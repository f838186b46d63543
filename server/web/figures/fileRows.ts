import { figureCells, figureHeadings, figureLine, tallyLines } from '../../domain/benchmarks/figureLine'
import type { Row } from '../../workbooks/csv'
import type { Released } from './released'

/** A line for each indicator and group, then for each row of each table of people: the same figures as on the page. */
export const fileHeadings: Row = [...figureHeadings, 'release', 'release_kind', 'released_at', 'published_at']

/** The lines of `figures.csv`, from one release: withheld figures stand there with their reasons. */
export function fileRows({ release, definition, book, tallies }: Released): Row[] {
  const about = [
    release.number,
    release.kind,
    release.decidedAt.toISOString(),
    release.publishedAt?.toISOString() ?? '',
  ]
  const lines = [
    ...definition.indicators.flatMap((indicator) =>
      book.groups.flatMap((group) => {
        const figure = book.at(indicator.code, group)
        return figure ? [figureLine(indicator, figure, definition)] : []
      }),
    ),
    ...definition.tallies.flatMap((tally) =>
      tallies
        .filter((counts) => counts.tally === tally.code)
        .flatMap((counts) => tallyLines(tally, counts, definition)),
    ),
  ]
  return lines.map((line) => [...figureCells(line), ...about])
}
