import type { Block, HeadingBlock, ParagraphBlock } from './block'
import { drawTable } from './drawTable'
import { makeRoom, margins, widthOf, write, type Paper } from './paper'

/** Writes one block under what is there already. */
export function drawBlock(paper: Paper, block: Block): void {
  switch (block.kind) {
    case 'heading':
      drawHeading(paper, block)
      break
    case 'paragraph':
      drawParagraph(paper, block)
      break
    case 'table':
      drawTable(paper, block)
  }
}

/** Its size, the space over it, and how much must follow on the same page. */
const headings = {
  1: { size: 22, before: 0, after: 10, keep: 120 },
  2: { size: 14, before: 16, after: 6, keep: 70 },
  3: { size: 12, before: 14, after: 5, keep: 60 },
  4: { size: 9.5, before: 8, after: 3, keep: 45 },
} as const

function drawHeading(paper: Paper, { level, text }: HeadingBlock): void {
  const { size, before, after, keep } = headings[level]
  const { doc, tree } = paper
  const width = widthOf(paper)
  const height = write(paper, 'bold', size).heightOfString(text, { width })
  if (!makeRoom(paper, before + height + after + keep) && doc.y > margins.top) doc.y += before
  tree.add(
    doc.struct(`H${level}`, {}, () => {
      write(paper, 'bold', size).text(text, margins.left, doc.y, { width })
    }),
  )
  doc.y += after
}

/** Flows on to the next page where it must. */
function drawParagraph(paper: Paper, { text, weight = 'regular' }: ParagraphBlock): void {
  const { doc, tree } = paper
  const width = Math.min(widthOf(paper), 430)
  const options = { width, lineGap: 2 }
  const height = write(paper, weight, 9.5).heightOfString(text, options)
  makeRoom(paper, Math.min(height, 60))
  tree.add(
    doc.struct('P', {}, () => {
      write(paper, weight, 9.5).text(text, margins.left, doc.y, options)
    }),
  )
  doc.y += weight === 'bold' ? 2 : 8
}
