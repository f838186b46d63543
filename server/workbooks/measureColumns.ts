import type ExcelJS from 'exceljs'
import { headingOf, measureIn, type Part } from './headings'
import { textIn } from './rawCell'

/** Where the answers of one measure stand, why they are not collected, and their addresses: numbers of columns. */
export interface MeasureColumns {
  readonly answer: number
  readonly reason: number | undefined
  readonly address: number
}

interface Heading {
  readonly part: Part
  readonly measure: string
  readonly column: number
}

const parts: readonly Part[] = ['answer', 'reason', 'address']

/** What stands in a row, as words, and in which columns. */
export const namesIn = (row: ExcelJS.Row): { readonly text: string; readonly column: number }[] => {
  const found: { text: string; column: number }[] = []
  row.eachCell((cell, column) => {
    found.push({ text: textIn(cell), column })
  })
  return found
}

/** The columns of every measure, found by their headings wherever they have been moved to, and what is wrong with them. */
export function columnsUnder(heading: ExcelJS.Row) {
  const found = namesIn(heading).flatMap(({ text, column }) =>
    parts.flatMap((part): Heading[] => {
      const measure = measureIn(part, text)
      return measure === undefined ? [] : [{ part, measure, column }]
    }),
  )
  const measures = new Map(found.map(({ measure }) => [measure.toLowerCase(), measure]))
  const read = [...measures].map(([key, measure]) =>
    columnsOf(
      measure,
      found.filter((each) => each.measure.toLowerCase() === key),
    ),
  )
  return {
    columns: read.filter((each) => typeof each !== 'string'),
    wrong: read.filter((each) => typeof each === 'string'),
  }
}

/** The columns of one measure, or why what stands in them cannot be read. */
function columnsOf(measure: string, found: readonly Heading[]): MeasureColumns | string {
  const at = (part: Part) => found.filter((each) => each.part === part)
  const twice = parts.find((part) => at(part).length > 1)
  if (twice) return `has ${at(twice).length} columns headed “${headingOf(twice, measure)}”, so it was not read`
  const [[answer], [reason], [address]] = [at('answer'), at('reason'), at('address')]
  if (answer && address) return { answer: answer.column, reason: reason?.column, address: address.column }
  return `has no column headed “${headingOf(answer ? 'address' : 'answer', measure)}”, so what belongs to it was not read`
}
