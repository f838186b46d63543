import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { refused, type FileRefusal, type RefusedFile } from './refusals'
import type { Entry } from './zipDirectory'

const MB = 1024 * 1024
const MOST_BYTES = 50 * MB
const MOST_BYTES_OF_ONE = 16 * MB
const MOST_ROWS = 20_000
const MOST_CELLS = 200_000

/** Parts that no return has, by their names. */
const unwanted: readonly (readonly [RegExp, FileRefusal])[] = [
  [/^mimetype$|^content\.xml$/i, 'open_document'],
  [/^xl\/workbook\.bin$/i, 'binary_workbook'],
  [/vbaProject|vbaData|(?:^|\/)(?:macrosheets|dialogsheets|activeX|ctrlProps)\//i, 'macros'],
  [/^xl\/(?:externalLinks|queryTables|model)\/|^xl\/connections\.xml$/i, 'external_links'],
  [/(?:^|\/)embeddings\//i, 'embedded'],
]

/** What stands in the way of reading these parts, if anything does: told without unpacking more than is allowed. */
export async function wrongWith(entries: readonly Entry[]): Promise<RefusedFile | undefined> {
  for (const [name, because] of unwanted) {
    if (entries.some((entry) => name.test(entry.name))) return refused(because)
  }
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return refused('not_a_workbook')
  const counted = { bytes: 0, rows: 0, cells: 0 }
  for (const entry of entries) {
    const wrong = await wrongInside(entry, counted)
    if (wrong) return refused(wrong)
  }
  return undefined
}

interface Counted {
  bytes: number
  rows: number
  cells: number
}

/** Unpacks one part a piece at a time, forgetting each once it has been looked at. */
async function wrongInside({ name, isDeflated, packed }: Entry, counted: Counted): Promise<FileRefusal | undefined> {
  const unpacked = isDeflated ? Readable.from([packed]).pipe(createInflateRaw({ chunkSize: 256 * 1024 })) : [packed]
  const look = lookerAt(name, counted)
  let bytes = 0
  for await (const piece of unpacked) {
    const chunk: Buffer = Buffer.isBuffer(piece) ? piece : Buffer.alloc(0)
    bytes += chunk.length
    counted.bytes += chunk.length
    if (bytes > MOST_BYTES_OF_ONE || counted.bytes > MOST_BYTES) return 'too_big_inside'
    const wrong = look(chunk.toString('latin1'))
    if (wrong) return wrong
  }
  return undefined
}

/** Longer than anything looked for, so that nothing is missed where two pieces meet. */
const OVERLAP = 400

function lookerAt(name: string, counted: Counted): (text: string) => FileRefusal | undefined {
  if (!/\.(?:xml|rels|vml)$/i.test(name)) return () => undefined
  const isSheet = /^xl\/worksheets\//i.test(name)
  let before = ''
  return (text) => {
    const seen = before + text
    if (before === '' && !/^(?:\u00EF\u00BB\u00BF)?\s*</.test(seen)) return 'damaged'
    const wrong = wrongWords(name, seen)
    if (wrong) return wrong
    if (isSheet) {
      counted.rows += newIn(seen, before, /<row[\s/>]/g)
      counted.cells += newIn(seen, before, /<c[\s/>]/g)
      if (counted.rows > MOST_ROWS || counted.cells > MOST_CELLS) return 'too_many_rows'
    }
    before = seen.slice(-OVERLAP)
    return undefined
  }
}

/** How many there are that were not wholly in the piece before. */
const newIn = (seen: string, before: string, what: RegExp): number =>
  (seen.match(what)?.length ?? 0) - (before.match(what)?.length ?? 0)

function wrongWords(name: string, text: string): FileRefusal | undefined {
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text)) return 'declarations'
  if (/^\[Content_Types\]\.xml$/i.test(name) && /macroEnabled|vbaProject/i.test(text)) return 'macros'
  if (!/\.rels$/i.test(name)) return undefined
  const links = text.match(/<Relationship\s[^>]*>/g) ?? []
  return links.some((link) => /TargetMode\s*=\s*["']External["']/i.test(link) && !/\/hyperlink["']/.test(link))
    ? 'external_links'
    : undefined
}
