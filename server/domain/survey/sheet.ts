import type { Cells } from './cells'
import type { Condition } from './expression'
import type { SurveyDefinition } from './definition'
import type { Place } from './places'
import type { Register } from './register'

/**
 * Where a place stands: asked; not yet known; not asked because there are none, so it counts as 0; or not asked for
 * another reason, so it is missing (decisions: "How missing is reckoned").
 */
export type Standing = 'asked' | 'undetermined' | 'none' | 'not_asked'

/** As much of a place as decides where it stands: a question, perhaps a row, perhaps a column of it. */
export type Located = Pick<Place, 'question' | 'section' | 'row'> & Partial<Pick<Place, 'column'>>

/** All that one return says, ready to be reckoned with. It never changes: nothing need be worked out twice. */
export interface Sheet {
  readonly definition: SurveyDefinition
  readonly register: Register
  /** As kept, with what the network prefilled. */
  readonly cells: Cells
  /** Where a place stands. */
  readonly standing: (place: Located) => Standing
  /** What a condition says of the places it leads to; `at` stands for its `@`. */
  readonly route: (condition: Condition, at?: string) => Standing
  /** Figures worked out already, by address. */
  readonly figures: Map<string, number | undefined>
}
