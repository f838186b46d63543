import ExcelJS from 'exceljs'
import { wrongWith } from './contents'
import { rawCsv } from './rawCsv'
import type { FileRead } from './fileRead'
import { rawLines } from './rawLines'
import { refused } from './refusals'
import type { SentFile } from '../domain/returns/sentFile'
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
  const workbook = withoutNames(new ExcelJS.Workbook())
  // The type of exceljs asks for a buffer of before Node 22; any buffer will do.
  await workbook.xlsx.load(Uint8Array.from(file).buffer, { ignoreNodes: passedOver })
  const read = rawLines(workbook)
  return charactersIn(read) > MOST_CHARACTERS ? refused('too_much') : { kind: 'read', file: read }
}

/** A name may stand for a range of 17 thousand million cells, which exceljs would go through one by one: none is read. */
function withoutNames(workbook: ExcelJS.Workbook): ExcelJS.Workbook {
  Object.defineProperty(workbook.definedNames, 'model', { get: () => [], set: () => undefined })
  return workbook
}

/** A few bytes can stand for a long text on every line: what is handed on is as big as it says. */
const MOST_CHARACTERS = 4_000_000

const charactersIn = ({ lines, strays }: SentFile): number =>
  [
    ...lines.map(
      ({ sheet, address, answer, reason }) =>
        sheet.length + address.length + answer.text.length + (reason?.text.length ?? 0),
    ),
    ...strays.map(({ sheet, says }) => sheet.length + says.length),
  ].reduce((total, length) => total + length, 0)

const startsWith = (file: Buffer, ...bytes: readonly number[]): boolean => bytes.every((byte, at) => file[at] === byte)

/** Where Office keeps what it has encrypted, in the two-byte letters of that kind of file. */
const isEncrypted = (file: Buffer): boolean => file.includes(Buffer.from('EncryptedPackage', 'utf16le'))
