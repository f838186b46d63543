import { organisationNames } from '../../db/organisationNames'
import type { Services } from '../../services'
import { NotFound } from '../errors'
import { ownReturn, type ReturnVisit, type Route } from '../route'
import { blankPage } from './blankPage'
import { showComparison } from './comparison'
import { draftPage, submissionPage } from './documentPage'
import { draw } from './pages'
import { draftSheet, submissionAsked } from './readings'
import { sendReceipt } from './receipt'

type Reads = Pick<Services, 'db'>

/** A return on paper: as it is, as it was signed, blank, and what has changed in between. */
export const documentsRoutes = (services: Reads): Route[] => [
  ownReturn('get', '/returns/:id/print', (visit) => showDraft(services, visit)),
  ownReturn('get', '/returns/:id/submissions/:number', (visit) => showSubmission(services, visit)),
  ownReturn('get', '/returns/:id/blank', (visit) => showBlank(services, visit)),
  ownReturn('get', '/returns/:id/comparison', (visit) => showComparison(services, visit)),
  ownReturn('get', '/returns/:id/receipt.pdf', (visit) => sendReceipt(services, visit)),
]

async function showDraft(services: Reads, visit: ReturnVisit): Promise<void> {
  const sheet = await draftSheet(services, visit.found)
  draw(visit, 'documents/document', draftPage(visit.found, sheet, await organisationNames(services.db)))
}

async function showSubmission(services: Reads, visit: ReturnVisit): Promise<void> {
  const submission = await submissionAsked(services, visit.found, visit.req.params.number)
  if (!submission) throw new NotFound()
  draw(visit, 'documents/document', submissionPage(visit.found, submission, await organisationNames(services.db)))
}

async function showBlank(services: Reads, visit: ReturnVisit): Promise<void> {
  draw(visit, 'documents/blank', blankPage(visit.found, await draftSheet(services, visit.found)))
}
