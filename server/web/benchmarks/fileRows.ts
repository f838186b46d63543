import { figureCells, figureHeadings, figureLine } from '../../domain/benchmarks/figureLine'
import { plain } from '../../domain/benchmarks/written'
import type { Row } from '../../workbooks/csv'
import { ownOf } from './ownWords'
import type { Released, Seen } from './seen'

/** A line for each indicator and group: the same figures as on the page, with the reader's own. */
export const fileHeadings: Row = [...figureHeadings, 'yours', 'release', 'release_kind', 'released_at']

/** The lines of `benchmarks.csv` of one employer, from one release. */
export function fileRows(seen: Seen, { number, kind, decidedAt }: Released): Row[] {
  const { definition, groups, sheet } = seen
  return definition.indicators
    .filter(({ organisations }) => organisations.includes(sheet.register.organisation.type))
    .flatMap((indicator) => {
      const own = plain(ownOf(indicator, seen).text)
      return groups.flatMap((group) => {
        const figure = seen.figure(indicator.code, group)
        if (!figure) return []
        return [[...figureCells(figureLine(indicator, figure, definition)), own, number, kind, decidedAt.toISOString()]]
      })
    })
}
