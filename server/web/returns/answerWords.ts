import { format, typedAs, type Box } from '../../domain/kinds'
import { reasons, type Cell } from '../../domain/survey/cells'

/** What organisations are called, by their codes. */
export type Names = ReadonlyMap<string, string>

/** What stands in a cell, for a reader; undefined where nothing does. */
export function answerWords(box: Box, cell: Cell | null | undefined, names: Names): string | undefined {
  if (!cell) return undefined
  if (cell.state === 'not_collected') return `Not collected: ${inSentence(reasons[cell.reason])}`
  const { value } = cell
  if (box.kind !== 'organisation') return format(box, value)
  return codesIn(value)
    .map((code) => named(code, names))
    .join('; ')
}

/** What goes back into a box, so that reading it gives the same cell: '' where there is no value. */
export function boxText(box: Box, cell: Cell | null | undefined, names: Names): string {
  if (cell?.state !== 'value') return ''
  if (box.kind !== 'organisation' || box.most !== undefined) return typedAs(box, cell.value)
  return codesIn(cell.value)
    .map((code) => named(code, names))
    .join('')
}

/** A cell as one text that a form can send back: its value, `NC` with the reason, or nothing. */
export const asTyped = (box: Box, cell: Cell | null | undefined, names: Names): string =>
  cell?.state === 'not_collected' ? `NC ${cell.reason}` : boxText(box, cell, names)

/** "Harrowmere Council (E06900001)", as the list of suggestions has it. */
export function named(code: string, names: Names): string {
  const name = names.get(code)
  return name === undefined ? code : `${name} (${code})`
}

const codesIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((code) => typeof code === 'string')

const inSentence = (words: string): string =>
  words.startsWith('We ') ? `we ${words.slice(3)}` : words.charAt(0).toLowerCase() + words.slice(1)
