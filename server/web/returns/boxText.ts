import { typedAs, type Box } from '../../domain/kinds'
import { organisationCodes, organisationNamed, type Names } from '../../domain/reading/cellInWords'
import type { Cell } from '../../domain/survey/cells'

/** What goes back into a box, so that reading it gives the same cell: '' where there is no value. */
export function boxText(box: Box, cell: Cell | null | undefined, names: Names): string {
  if (cell?.state !== 'value') return ''
  if (box.kind !== 'organisation' || box.most !== undefined) return typedAs(box, cell.value)
  return organisationCodes(cell.value)
    .map((code) => organisationNamed(code, names))
    .join('')
}

/** A cell as one text that a form can send back: its value, `NC` with the reason, or nothing. */
export const asTyped = (box: Box, cell: Cell | null | undefined, names: Names): string =>
  cell?.state === 'not_collected' ? `NC ${cell.reason}` : boxText(box, cell, names)
