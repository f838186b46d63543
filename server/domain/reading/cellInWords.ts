import { format, type Box } from '../kinds'
import type { TextBox } from '../kinds/text'
import { reasons, type Address, type Cell, type Reason } from '../survey/cells'
import type { SurveyDefinition } from '../survey/definition'
import { atlasOf } from '../survey/places'

/** What organisations are called, by their codes. */
export type Names = ReadonlyMap<string, string>

/** What stands in a cell, for a reader; undefined where nothing does. */
export function cellInWords(box: Box, cell: Cell | null | undefined, names: Names): string | undefined {
  if (!cell) return undefined
  if (cell.state === 'not_collected') return uncollectedInWords(cell.reason)
  const { value } = cell
  if (box.kind !== 'organisation') return format(box, value) || 'None chosen'
  return organisationCodes(value)
    .map((code) => organisationNamed(code, names))
    .join('; ')
}

/** Where an explanation is kept there is no box of the survey: it is a text. */
const explanation: TextBox = { kind: 'text', min: 0, max: 2_000, long: true }

/** What stands at an address, an explanation's too; undefined where nothing does. */
export const cellAtInWords = (
  address: Address,
  cell: Cell | null | undefined,
  { definition, names }: { readonly definition: SurveyDefinition; readonly names: Names },
): string | undefined => cellInWords(atlasOf(definition).place(address)?.box ?? explanation, cell, names)

/** "Not collected: we do not record it". */
export const uncollectedInWords = (reason: Reason): string => `Not collected: ${inSentence(reasons[reason])}`

/** "Harrowmere Council (E06900001)", whose code is what is read back; the code alone of one we do not know. */
export function organisationNamed(code: string, names: Names): string {
  const name = names.get(code)
  return name === undefined ? code : `${name} (${code})`
}

/** The codes in a value of a box for one organisation or for several. */
export const organisationCodes = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((code) => typeof code === 'string')

const inSentence = (words: string): string =>
  words.startsWith('We ') ? `we ${words.slice(3)}` : words.charAt(0).toLowerCase() + words.slice(1)
