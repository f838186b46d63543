import { receiptOf } from '../../domain/returns/receipt'
import { receiptPdf } from '../../receipts/receiptPdf'
import { headlinesOf } from '../../surveys/headlines'
import { NotFound } from '../errors'
import type { ReturnVisit } from '../route'
import { sheetOfSubmission, submissionAsked, type Reads } from './readings'

/** The receipt of a submission as a PDF, from what was kept with it: the same bytes whenever it is asked for. */
export async function sendReceipt(services: Reads, { req, res, found }: ReturnVisit): Promise<void> {
  const submission = await submissionAsked(services, found, req.query.submission)
  if (!submission) throw new NotFound()
  const sheet = sheetOfSubmission(found, submission)
  const receipt = receiptOf(submission, sheet, {
    headlines: headlinesOf(submission.definition),
    assigned: found.assigned,
  })
  const name = `receipt-${submission.reference}.pdf`.replaceAll(/[^\w.-]/g, '-')
  res
    .attachment(name)
    .type('application/pdf')
    .send(await receiptPdf(receipt))
}
