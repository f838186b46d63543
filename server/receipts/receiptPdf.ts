import { setImmediate } from 'node:timers/promises'
import type { Receipt } from '../domain/returns/receipt'
import { drawBlock } from './drawBlock'
import { bytesOf, drawAside, margins, openPaper, quiet, widthOf, write, type Paper } from './paper'
import { receiptBlocks } from './receiptBlocks'

/** A receipt as a tagged PDF. The same receipt is the same bytes, whenever it is asked for. */
export async function receiptPdf(receipt: Receipt): Promise<Buffer> {
  const paper = openPaper({ title: `Receipt ${receipt.reference}`, writtenAt: receipt.submittedAt })
  for (const block of receiptBlocks(receipt)) {
    drawBlock(paper, block)
    // A long receipt takes its time: others are answered in between.
    await setImmediate()
  }
  numberPages(paper, `Receipt ${receipt.reference}`)
  return bytesOf(paper)
}

/** What it is, and which page of how many, at the foot of each. */
function numberPages(paper: Paper, name: string): void {
  const { doc } = paper
  const { start, count } = doc.bufferedPageRange()
  for (let at = 0; at < count; at += 1) {
    doc.switchToPage(start + at)
    // Nothing at the foot of a page may turn to another.
    doc.page.margins.bottom = 0
    const y = doc.page.height - margins.bottom + 20
    drawAside(paper, 'Pagination', () => {
      write(paper, 'regular', 8, quiet)
        .text(name, margins.left, y, { width: widthOf(paper), lineBreak: false })
        .text(`Page ${at + 1} of ${count}`, margins.left, y, {
          width: widthOf(paper),
          align: 'right',
          lineBreak: false,
        })
    })
  }
}
