import { isNumeric } from '../../../domain/kinds'
import type { Column } from '../../../domain/survey/definition'

/** The words over a column; figures stand to the right under theirs. */
export interface ColumnHead {
  readonly label: string
  readonly isFigure: boolean
}

/** The head of a column of boxes. */
export const columnHead = ({ label, box }: Column): ColumnHead => ({ label, isFigure: isNumeric(box) })
