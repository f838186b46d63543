import type { CellNote } from '../../workbooks/typedFrom'

/** The same words about many cells, told once. */
export interface MergedNote {
  /** "Sheet “B Social workers in post”, D12, D14". */
  readonly where: string
  /** Which answer it is, where it is about one cell. */
  readonly what: string
  readonly says: string
}

/** So many cells are named one by one; of the others, how many there are. */
const NAMED = 20

/** Merges what is said of single cells: what is the same is said once, of all of them, sheet by sheet. */
export function mergedNotes(notes: readonly CellNote[]): MergedNote[] {
  const bySaying = new Map<string, CellNote[]>()
  for (const note of notes) bySaying.set(note.says, [...(bySaying.get(note.says) ?? []), note])
  return [...bySaying].map(([says, same]) => ({
    says,
    where: whereWords(same),
    what: same.length === 1 ? (same[0]?.what ?? '') : '',
  }))
}

function whereWords(notes: readonly CellNote[]): string {
  const sheets = [...new Set(notes.map(({ sheet }) => sheet))]
  return sheets.map((sheet) => sheetWords(sheet, [...new Set(refsOn(sheet, notes))])).join('; ')
}

const refsOn = (sheet: string, notes: readonly CellNote[]): string[] =>
  notes
    .filter((note) => note.sheet === sheet)
    .map(({ ref }) => ref)
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))

function sheetWords(sheet: string, refs: readonly string[]): string {
  const more = refs.length - NAMED
  const named = refs.slice(0, NAMED).join(', ')
  const cells = more > 0 ? `${named} and ${more} more` : named
  return sheet === '' ? cells : `Sheet “${sheet}”, ${cells}`
}
