import PDFDocument from 'pdfkit'
import { fonts, type Weight } from './fonts'

/** Sheets of A4 being written on, with the tree that says what each part is to those who do not see it. */
export interface Paper {
  readonly doc: PDFKit.PDFDocument
  readonly tree: PDFKit.PDFStructureElement
}

/** Lengths in points, 72 to an inch. */
export const margins = { top: 54, bottom: 60, left: 54, right: 54 }

export const ink = '#1b1f22'
export const quiet = '#4d585e'
export const line = '#c5cdd0'

interface Titled {
  readonly title: string
  /** The document is dated by what it is about, so that its bytes are the same whenever it is written. */
  readonly writtenAt: Date
}

/** A new paper, with a title and a language, so that it can be read aloud. */
export function openPaper({ title, writtenAt }: Titled): Paper {
  const doc = new PDFDocument({
    size: 'A4',
    margins,
    pdfVersion: '1.7',
    // Squeezed, the same paper could be other bytes on another machine or with another version of Node.
    compress: false,
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    font: fonts.regular,
    info: { Title: title, CreationDate: writtenAt, Creator: 'Workforce Returns', Producer: 'Workforce Returns' },
  })
  const tree = doc.struct('Document')
  doc.addStructure(tree)
  return { doc, tree }
}

/** How wide a line may be. */
export const widthOf = ({ doc }: Paper): number => doc.page.width - margins.left - margins.right

/** The lowest a line may stand. */
export const bottomOf = ({ doc }: Paper): number => doc.page.height - margins.bottom

/** Turns to a new page where so much does not fit on this one. */
export function makeRoom(paper: Paper, height: number): boolean {
  const { doc } = paper
  const turns = doc.y + height > bottomOf(paper) && doc.y > margins.top
  if (turns) doc.addPage()
  return turns
}

/** Sets the pen: what is written next is in this weight, size (points) and colour. */
export const write = ({ doc }: Paper, weight: Weight, size: number, colour = ink): PDFKit.PDFDocument =>
  doc.font(fonts[weight]).fontSize(size).fillColor(colour)

/** Draws what is not read aloud: lines, and what is repeated on each page. */
export function drawAside({ doc }: Paper, type: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type })
  draw()
  doc.endMarkedContent()
}

/** The paper as bytes. */
export async function bytesOf({ doc, tree }: Paper): Promise<Buffer> {
  const chunks: Buffer[] = []
  tree.end()
  doc.end()
  for await (const chunk of doc) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
