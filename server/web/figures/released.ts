import type { FigureBook } from '../../domain/benchmarks/figureBook'
import type { Release } from '../../domain/benchmarks/release'
import type { TallyCounts } from '../../domain/disclosure/tallyTables'
import type { SurveyDefinition } from '../../domain/survey/definition'

/** A release with all that it says: what the network's analysts look at. */
export interface Released {
  readonly release: Release
  readonly definition: SurveyDefinition
  readonly book: FigureBook
  readonly tallies: readonly TallyCounts[]
}
