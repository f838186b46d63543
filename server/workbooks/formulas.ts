import type { Address } from '../domain/survey/cells'
import type { Expression } from '../domain/survey/expression'

/** Where in the workbook the answer at an address stands, as a formula names it; undefined where it is not there. */
export type Whereabouts = (address: Address) => string | undefined

/**
 * A calculated figure as a spreadsheet reckons it: blank until all it needs is there, for a missing number is never a
 * nought. Undefined where it cannot be said as a formula, or needs a sheet that is not in this workbook.
 */
export function formulaOf(expression: Expression, where: Whereabouts): string | undefined {
  const used: string[] = []
  const written = termIn(expression, (address) => {
    const found = where(address)
    if (found !== undefined) used.push(found)
    return found
  })
  return written === undefined || used.length === 0
    ? undefined
    : `IF(COUNT(${used.join(',')})=${used.length},${written},"")`
}

function termIn(expression: Expression, where: Whereabouts): string | undefined {
  switch (expression.kind) {
    case 'number':
      return String(expression.value)
    case 'cell':
      return where(expression.address)
    case 'plus':
      return joined(expression.terms, '+', where)
    case 'minus':
      return joined([expression.left, expression.right], '-', where)
    case 'times':
      return joined([expression.left, expression.right], '*', where)
    default:
      return undefined
  }
}

function joined(terms: readonly Expression[], sign: string, where: Whereabouts): string | undefined {
  const written = terms.map((term) => termIn(term, where)).filter((term) => term !== undefined)
  return written.length === terms.length ? `(${written.join(sign)})` : undefined
}

/** Which lines a total adds up, and the letters of the columns of its answers and of their addresses. */
export interface Added {
  readonly answers: string
  readonly addresses: string
  readonly firstRow: number
  readonly lastRow: number
}

/** The sum of one column of a table, found by its addresses, so that sorting its lines does not spoil it. */
export function totalFormula(pattern: string, { firstRow, lastRow, ...letters }: Added): string {
  const range = (letter: string) => `$${letter}$${firstRow}:$${letter}$${lastRow}`
  const [answers, addresses] = [range(letters.answers), range(letters.addresses)]
  return `IF(SUMPRODUCT((${addresses}<>"")*ISNUMBER(${answers}))=0,"",SUMIFS(${answers},${addresses},"${pattern}"))`
}
