import { randomBytes } from 'node:crypto'
import type { FileRefusal } from '../../server/workbooks/refusals'
import { replaced, workbookParts, zip, type Part } from './zip'

export interface HostileFile {
  readonly called: string
  readonly make: () => Buffer
  readonly because: FileRefusal
}

const parts = workbookParts('<row r="1"><c r="A1"><v>1</v></c></row>')
const and = (...more: Part[]) => zip([...parts, ...more])
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const MB = 1024 * 1024

const relationships = (type: string, target: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`

const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`

const fetches = `<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`

const rows = (many: number) => Array.from({ length: many }, (_, at) => `<row r="${at + 1}"/>`).join('')

const oneByOne = (what: (at: number) => Part, many: number) => Array.from({ length: many }, (_, at) => what(at))

/** Files that people send by mistake, and files that people send on purpose. */
export const hostileFiles: readonly HostileFile[] = [
  { called: 'nothing at all', make: () => Buffer.alloc(0), because: 'empty' },
  {
    called: 'chance',
    make: () => Buffer.concat([Buffer.from([0, 1]), randomBytes(50_000)]),
    because: 'not_a_workbook',
  },
  {
    called: 'a picture',
    make: () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    because: 'not_a_workbook',
  },
  { called: 'a web page called .xlsx', make: () => Buffer.from('<!DOCTYPE html><table/>'), because: 'not_a_workbook' },
  { called: 'a PDF', make: () => Buffer.from('%PDF-1.7\n1 0 obj'), because: 'not_a_workbook' },
  { called: 'a letter', make: () => Buffer.from('Dear network,\nhere is our return.\n'), because: 'csv_headings' },
  {
    called: 'an encrypted workbook',
    make: () => Buffer.concat([OLE, Buffer.alloc(500), utf16('EncryptedPackage')]),
    because: 'encrypted',
  },
  {
    called: 'an .xls file',
    make: () => Buffer.concat([OLE, Buffer.alloc(500), utf16('Workbook')]),
    because: 'old_format',
  },
  {
    called: 'an OpenDocument file',
    make: () => zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' }]),
    because: 'open_document',
  },
  { called: 'an .xlsb file', make: () => and({ name: 'xl/workbook.bin', data: 'x' }), because: 'binary_workbook' },
  {
    called: 'a Word document',
    make: () => zip([{ name: 'word/document.xml', data: '<x/>' }]),
    because: 'not_a_workbook',
  },
  { called: 'macros', make: () => and({ name: 'xl/vbaProject.bin', data: 'x' }), because: 'macros' },
  {
    called: 'macros under another name',
    make: () =>
      zip(
        replaced(parts, {
          name: '[Content_Types].xml',
          data: '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        }),
      ),
    because: 'macros',
  },
  { called: 'a macro sheet', make: () => and({ name: 'xl/macrosheets/sheet1.xml', data: '<x/>' }), because: 'macros' },
  {
    called: 'links to other files',
    make: () => and({ name: 'xl/externalLinks/externalLink1.xml', data: '<x/>' }),
    because: 'external_links',
  },
  {
    called: 'a picture fetched from elsewhere',
    make: () =>
      and({ name: 'xl/drawings/_rels/drawing1.xml.rels', data: relationships('image', 'http://127.0.0.1:9/x.png') }),
    because: 'external_links',
  },
  {
    called: 'a data connection',
    make: () => and({ name: 'xl/connections.xml', data: '<x/>' }),
    because: 'external_links',
  },
  {
    called: 'another file inside',
    make: () => and({ name: 'xl/embeddings/oleObject1.bin', data: 'x' }),
    because: 'embedded',
  },
  {
    called: 'a thousand laughs',
    make: () => zip(replaced(parts, { name: 'xl/worksheets/sheet1.xml', data: laughs })),
    because: 'declarations',
  },
  {
    called: 'a declaration that fetches',
    make: () => and({ name: 'xl/sharedStrings.xml', data: fetches }),
    because: 'declarations',
  },
  {
    called: 'a declaration in two-byte letters',
    make: () => and({ name: 'xl/sharedStrings.xml', data: Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(fetches)]) }),
    because: 'damaged',
  },
  {
    called: 'a bomb of one part',
    make: () => and({ name: 'xl/media/image1.png', data: Buffer.alloc(300 * MB) }),
    because: 'too_big_inside',
  },
  {
    called: 'a bomb of many parts',
    make: () => and(...oneByOne((at) => ({ name: `xl/media/image${at}.png`, data: Buffer.alloc(2 * MB) }), 40)),
    because: 'too_big_inside',
  },
  {
    called: 'a bomb that says it is small',
    make: () => and({ name: 'xl/media/image1.png', data: Buffer.alloc(60 * MB), says: 10 }),
    because: 'too_big_inside',
  },
  {
    called: 'too many parts',
    make: () => and(...oneByOne((at) => ({ name: `xl/media/${at}.png`, data: 'x' }), 300)),
    because: 'too_many_parts',
  },
  { called: 'a million rows', make: () => zip(workbookParts(rows(1_000_000))), because: 'too_many_rows' },
  {
    called: 'very many cells',
    make: () => zip(workbookParts(`<row r="1">${'<c r="A1"><v>1</v></c>'.repeat(300_000)}</row>`)),
    because: 'too_many_rows',
  },
  { called: 'half a file', make: () => zip(parts).subarray(0, 700), because: 'damaged' },
  {
    called: 'a part that is encrypted',
    make: () => zip(parts.map((part) => ({ ...part, flags: 1 }))),
    because: 'encrypted',
  },
  {
    called: 'a part packed in another way',
    make: () => zip(parts.map((part) => ({ ...part, method: 14 }))),
    because: 'odd_inside',
  },
  {
    called: 'a name that leads out of the file',
    make: () => and({ name: '../../etc/cron.d/x', data: 'x' }),
    because: 'odd_inside',
  },
  { called: 'the same part twice', make: () => and(...parts.slice(-1)), because: 'odd_inside' },
  {
    called: 'sheets that are not XML',
    make: () => zip(replaced(parts, { name: 'xl/workbook.xml', data: '<workbook' })),
    because: 'damaged',
  },
  {
    called: 'a text that stands for a thousand times itself',
    make: () => {
      const cells = Array.from(
        { length: 5_000 },
        (_, at) =>
          `<row r="${at + 2}"><c r="A${at + 2}" t="s"><v>0</v></c><c r="B${at + 2}" t="s"><v>0</v></c><c r="C${at + 2}" t="s"><v>0</v></c></row>`,
      )
      const heading = `<row r="1">${['Answer', 'Not collected: why', 'Address'].map((name, at) => `<c r="${'ABC'.charAt(at)}1" t="inlineStr"><is><t>${name}</t></is></c>`).join('')}</row>`
      const book = workbookParts(`${heading}${cells.join('')}`).map((part) =>
        part.name === 'xl/_rels/workbook.xml.rels'
          ? {
              ...part,
              data: String(part.data).replace(
                '</Relationships>',
                '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
              ),
            }
          : part,
      )
      return zip([
        ...book,
        {
          name: 'xl/sharedStrings.xml',
          data: `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${'x'.repeat(100_000)}</t></si></sst>`,
        },
      ])
    },
    because: 'too_much',
  },
  {
    called: 'parts within parts within parts',
    make: () => zip(workbookParts('<a>'.repeat(2_000_000))),
    because: 'too_much',
  },
  {
    called: 'a row that no spreadsheet has',
    make: () => zip(workbookParts('<row r="999999999"><c r="A999999999"><v>1</v></c></row>')),
    because: 'too_much',
  },
  {
    called: 'a CSV file with a quotation mark missing',
    make: () => Buffer.from('address,value\na,"1\nb,2\n'),
    because: 'csv_broken',
  },
  {
    called: 'a CSV file of another alphabet',
    make: () => Buffer.from('address,value\ncontact_name,Si\xe2n\n', 'latin1'),
    because: 'not_utf8',
  },
  {
    called: 'a CSV file of a million lines',
    make: () => Buffer.from(`address,value\n${'a,1\n'.repeat(1_000_000)}`),
    because: 'too_many_rows',
  },
]
