import type { Box } from '../domain/kinds'
import type { Address, Cell } from '../domain/survey/cells'
import type { Expression } from '../domain/survey/expression'

/** What stands in an answer cell. */
export type Answer =
  | { readonly kind: 'box'; readonly box: Box; readonly cell: Cell | undefined }
  | {
      readonly kind: 'figure'
      readonly box: Box
      readonly figure: Expression | undefined
      readonly now: number | undefined
    }
  | { readonly kind: 'total'; readonly pattern: string; readonly places: 0 | 2; readonly now: number | undefined }
  | { readonly kind: 'none'; readonly cell: Cell | undefined }

/** One answer of a line. */
export interface LineCell {
  /** What is counted, "People" or "WTE", where a question has columns; '' where a line has one answer. */
  readonly measure: string
  readonly answer: Answer
  /** '' where there is nothing to put back. */
  readonly address: Address
  /** Prefilled, worked out or not asked: shaded, and not to be written in. */
  readonly locked: boolean
  /** Whether "not collected" may be said of it while it is asked. */
  readonly mayBeUncollected: boolean
}

/** One line of a section's sheet: a row of a question, a total, a list as a whole, or a soft rule to be explained. */
export interface Line {
  readonly question: string
  /** The question's words stood on the line above as well. */
  readonly repeats: boolean
  readonly line: string
  readonly cells: readonly LineCell[]
  readonly gives: string
  readonly notes: string
}
