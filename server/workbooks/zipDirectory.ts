import { refused, type RefusedFile } from './refusals'

/** One part of a workbook, as the directory at the end of the file lists it. */
export interface Entry {
  readonly name: string
  readonly isDeflated: boolean
  /** What is packed, still packed. */
  readonly packed: Buffer
}

const MOST_ENTRIES = 200

const END = 0x06054b50
const LISTED = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
/** The end may be followed by a comment of up to 64 KB. */
const LONGEST_COMMENT = 0xffff
const ENCRYPTED = 0x1

/** The parts of a packed file, without unpacking any; refused where the directory is not a plain, honest one. */
export function zipDirectory(file: Buffer): readonly Entry[] | RefusedFile {
  const end = endOf(file)
  if (end === undefined) return refused('damaged')
  const count = file.readUInt16LE(end + 10)
  if (count === 0xffff || count > MOST_ENTRIES) return refused('too_many_parts')
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let listed = 0; listed < count; listed += 1) {
    const entry = entryAt(file, at)
    if ('kind' in entry) return entry
    entries.push(entry.entry)
    at = entry.next
  }
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  return names.size < entries.length ? refused('odd_inside') : entries
}

function endOf(file: Buffer): number | undefined {
  const earliest = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT)
  for (let at = file.length - END_LENGTH; at >= earliest; at -= 1) {
    if (file.readUInt32LE(at) === END) return at
  }
  return undefined
}

function entryAt(file: Buffer, at: number): { readonly entry: Entry; readonly next: number } | RefusedFile {
  if (at + 46 > file.length || file.readUInt32LE(at) !== LISTED) return refused('damaged')
  const [nameLength, extraLength] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30)]
  const name = file.toString('utf8', at + 46, at + 46 + nameLength)
  const method = file.readUInt16LE(at + 10)
  if ((file.readUInt16LE(at + 8) & ENCRYPTED) !== 0) return refused('encrypted')
  if (method !== 0 && method !== 8) return refused('odd_inside')
  if (isOdd(name)) return refused('odd_inside')
  const packed = packedAt(file, file.readUInt32LE(at + 42), file.readUInt32LE(at + 20))
  if (!packed) return refused('damaged')
  const next = at + 46 + nameLength + extraLength + file.readUInt16LE(at + 32)
  return { entry: { name, isDeflated: method === 8, packed }, next }
}

/** A name that leads out of the file, or that a spreadsheet program would not have given. */
const isOdd = (name: string): boolean => name === '' || /^\/|\\|(?:^|\/)\.\.(?:\/|$)|[\u0000-\u001F:]/.test(name)

function packedAt(file: Buffer, local: number, length: number): Buffer | undefined {
  if (local + 30 > file.length || file.readUInt32LE(local) !== LOCAL) return undefined
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  return start + length > file.length ? undefined : file.subarray(start, start + length)
}
