import { whoseColumns } from './answerColumns'
import { dictionaryColumns } from './dictionaryRows'

/** Whose line it is, and whether what is empty in it was required. */
export const bookColumns = [...whoseColumns, 'essential_only'] as const

/** In characters. */
const NARROW = 16

const wide = new Map<string, number>([
  ['address', 34],
  ['section_title', 26],
  ['wording', 44],
  ['line', 32],
  ['hint', 40],
  ['options', 40],
  ['reference_date', 26],
  ['routing', 40],
  ['calculation', 30],
  ['rules', 60],
  ['organisation', 42],
  ['submission', 26],
  ['submitted_at', 26],
])

const sized = (names: readonly string[]) => names.map((name) => ({ width: wide.get(name) ?? NARROW }))

/** The columns of the dictionary, as wide as what is in them. */
export const dictionarySizes = sized(dictionaryColumns)

/** The columns of a section: whose line it is, then so many addresses. */
export const sectionSizes = (addresses: readonly string[]) => [
  ...sized(bookColumns),
  ...addresses.map(() => ({ width: NARROW })),
]
