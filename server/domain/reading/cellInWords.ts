import { format, type Box } from '../kinds'
import { reasons, type Cell } from '../survey/cells'

/** What organisations are called, by their codes. */
export type Names = ReadonlyMap<string, string>

/** What stands in a cell, for a reader; undefined where nothing does. */
export function cellInWords(box: Box, cell: Cell | null | undefined, names: Names): string | undefined {
  if (!cell) return undefined
  if (cell.state === 'not_collected') return `Not collected: ${inSentence(reasons[cell.reason])}`
  const { value } = cell
  if (box.kind === 'organisation') return organisationsInWords(value, names)
  return format(box, value) || 'None chosen'
}

/** "Harrowmere Council (E06900001)"; the code alone of one we do not know. */
function organisationsInWords(value: unknown, names: Names): string {
  const codes = (Array.isArray(value) ? value : [value]).filter((code) => typeof code === 'string')
  return codes
    .map((code) => {
      const name = names.get(code)
      return name === undefined ? code : `${name} (${code})`
    })
    .join('; ')
}

const inSentence = (words: string): string =>
  words.startsWith('We ') ? `we ${words.slice(3)}` : words.charAt(0).toLowerCase() + words.slice(1)
