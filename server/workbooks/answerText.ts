import type { SentCell } from '../domain/returns/sentFile'
import { isNumeric, type Box } from '../domain/kinds'
import { dayWritten } from './dayWritten'

/** What a page would have sent, or why a spreadsheet's cell cannot be taken for an answer; continues "D12 …". */
export type AnswerText =
  { readonly ok: true; readonly text: string; readonly rounded?: true } | { readonly ok: false; readonly says: string }

const text = (written: string): AnswerText => ({ ok: true, text: written })
const wrong = (says: string): AnswerText => ({ ok: false, says })

/** Reads a cell as the box it belongs to would have it. */
export function answerText(cell: SentCell, box: Box): AnswerText {
  switch (cell.kind) {
    case 'blank':
    case 'text':
      return text(cell.text)
    case 'number':
      return numberText(cell, box)
    case 'percentage':
      return percentageText(cell, box)
    case 'date':
      return dateText(cell, box)
    case 'boolean':
      return text(isNumeric(box) ? cell.text : asYesOrNo(cell.text))
    case 'error':
      return wrong(`has an error (${cell.text}). Type the answer, or empty the cell.`)
    case 'no_value':
      return wrong(
        'has a formula that shows nothing, or whose value is not in the file. Type the answer, or empty the cell.',
      )
  }
}

/** What a formula comes to is seen, and meant, with as many decimals as the box has. */
function numberText({ text: written, formula }: SentCell, box: Box): AnswerText {
  const places = placesOf(box)
  if (!formula || places === undefined || decimalsIn(written) <= places) return text(written)
  return { ok: true, text: Number(written).toFixed(places), rounded: true }
}

const placesOf = (box: Box): number | undefined => (box.kind === 'decimal' ? box.places : undefined)

const decimalsIn = (written: string): number => written.split('.')[1]?.length ?? 0

function percentageText({ text: written }: SentCell, box: Box): AnswerText {
  if (!isNumeric(box)) return text(written)
  if ('unit' in box && box.unit === '%') return text(written.slice(0, -1))
  return wrong(`is a percentage (${written}). Give the number itself, formatted as a number.`)
}

function dateText({ text: written }: SentCell, box: Box): AnswerText {
  if (box.kind === 'date') return text(written)
  if (box.kind === 'text') return text(dayWritten(written))
  return wrong(
    `is a date (${dayWritten(written)}). Spreadsheets make dates of figures like 3-4: type the answer again.`,
  )
}

const asYesOrNo = (written: string): string => (written === 'TRUE' ? 'yes' : 'no')
