import type { Box } from '../domain/kinds'
import type { Address, Cell } from '../domain/survey/cells'
import type { Expression } from '../domain/survey/expression'

/** What stands in the answer cell of a line. */
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

/** One line of a section's sheet: a place, a total, a list as a whole, or a soft rule that waits to be explained. */
export interface Line {
  readonly question: string
  /** The question's words stood on the line above as well. */
  readonly repeats: boolean
  readonly line: string
  readonly measure: string
  readonly answer: Answer
  readonly gives: string
  readonly notes: string
  /** '' where there is nothing to put back. */
  readonly address: Address
  /** Prefilled, worked out or not asked: shaded, and not to be written in. */
  readonly locked: boolean
  /** Whether "not collected" may be said of it. */
  readonly mayBeUncollected: boolean
}
