import ExcelJS from 'exceljs'
import { wrongWith } from './contents'
import { rawCsv } from './rawCsv'
import type { FileRead } from './rawFile'
import { rawLines } from './rawLines'
import { refused } from './refusals'
import { zipDirectory } from './zipDirectory'

/** Parts of a sheet that say nothing about its answers; a few bytes of some of them stand for a great deal of work. */
const passedOver = [
  'dataValidations',
  'conditionalFormatting',
  'mergeCells',
  'hyperlinks',
  'autoFilter',
  'extLst',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
]

/** Reads a file that somebody sent, whatever it may be. Runs apart from the server, with little memory and time. */
export async function readFile(file: Buffer): Promise<FileRead> {
  if (file.length === 0) return refused('empty')
  if (startsWith(file, 0xd0, 0xcf, 0x11, 0xe0)) return refused(isEncrypted(file) ? 'encrypted' : 'old_format')
  if (!startsWith(file, 0x50, 0x4b)) return rawCsv(file)
  const entries = zipDirectory(file)
  if ('kind' in entries) return entries
  const wrong = await wrongWith(entries)
  if (wrong) return wrong
  const workbook = new ExcelJS.Workbook()
  // The type of exceljs asks for a buffer of before Node 22; any buffer will do.
  await workbook.xlsx.load(Uint8Array.from(file).buffer, { ignoreNodes: passedOver })
  return { kind: 'read', file: rawLines(workbook) }
}

const startsWith = (file: Buffer, ...bytes: readonly number[]): boolean => bytes.every((byte, at) => file[at] === byte)

/** Where Office keeps what it has encrypted, in the two-byte letters of that kind of file. */
const isEncrypted = (file: Buffer): boolean => file.includes(Buffer.from('EncryptedPackage', 'utf16le'))
