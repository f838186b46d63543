import { deflateRawSync } from 'node:zlib'

/** One part of a packed file; `says` is what its headers claim of its size, `flags` that it is encrypted. */
export interface Part {
  readonly name: string
  readonly data: string | Buffer
  readonly says?: number
  readonly flags?: number
  readonly method?: number
}

/** Packs a file as spreadsheet programs do, or as nobody should: with names, sizes and flags that are not so. */
export function zip(parts: readonly Part[], { count }: { count?: number } = {}): Buffer {
  const local: Buffer[] = []
  const listed: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const data = Buffer.from(part.data)
    const packed = deflateRawSync(data, { level: 9 })
    const fields = fieldsOf(part, packed.length, part.says ?? data.length)
    const head = Buffer.concat([u32(0x04034b50), fields, Buffer.from(part.name)])
    listed.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(20),
        fields,
        u16(0),
        u16(0),
        u16(0),
        u32(0),
        u32(at),
        Buffer.from(part.name),
      ]),
    )
    local.push(head, packed)
    at += head.length + packed.length
  }
  const directory = Buffer.concat(listed)
  const many = count ?? parts.length
  const end = Buffer.concat([
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(many),
    u16(many),
    u32(directory.length),
    u32(at),
    u16(0),
  ])
  return Buffer.concat([...local, directory, end])
}

const fieldsOf = ({ name, flags = 0, method = 8 }: Part, packed: number, size: number) =>
  Buffer.concat([
    u16(20),
    u16(flags),
    u16(method),
    u32(0),
    u32(0),
    u32(packed),
    u32(size),
    u16(Buffer.byteLength(name)),
    u16(0),
  ])

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const DOC = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts of the smallest workbook; its one sheet holds these rows. */
export const workbookParts = (rows = '', { book = '', sheet = '' } = {}): Part[] => [
  {
    name: '[Content_Types].xml',
    data: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  },
  {
    name: '_rels/.rels',
    data: `${HEAD}<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${DOC}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    data: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOC}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>${book}</workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    data: `${HEAD}<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="${DOC}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
  {
    name: 'xl/worksheets/sheet1.xml',
    data: `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${sheet}</worksheet>`,
  },
]

/** The same parts, one of them replaced. */
export const replaced = (parts: readonly Part[], part: Part): Part[] =>
  parts.map((each) => (each.name === part.name ? part : each))
