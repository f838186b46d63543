import type ExcelJS from 'exceljs'
import { columnLetter } from './columnLetter'

/** The lists that drop-downs offer, kept on a sheet that is out of sight. */
export interface ChoiceLists {
  /** What a drop-down is given to offer these, each list written once. */
  readonly offering: (labels: readonly string[]) => string
}

const NAME = 'Lists'

/** The sheet is made at the end of the workbook, when all others are there: first, a hidden sheet would be shown. */
export function choiceLists(): ChoiceLists & { readonly drawn: (workbook: ExcelJS.Workbook) => void } {
  const lists = new Map<string, { readonly labels: readonly string[]; readonly column: number }>()
  return {
    offering(labels) {
      const key = labels.join('\n')
      const found = lists.get(key) ?? { labels, column: lists.size + 1 }
      lists.set(key, found)
      const letter = columnLetter(found.column)
      return `${NAME}!$${letter}$1:$${letter}$${labels.length}`
    },
    drawn(workbook) {
      const sheet = workbook.addWorksheet(NAME, { state: 'hidden' })
      for (const { labels, column } of lists.values()) sheet.getColumn(column).values = [...labels]
      void sheet.protect('', {})
    },
  }
}
