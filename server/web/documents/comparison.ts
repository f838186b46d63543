import { lastChangesBetween } from '../../db/cellHistory'
import { organisationNames } from '../../db/organisationNames'
import { submissionsOf, type Submission } from '../../db/submissions'
import type { OwnReturn } from '../../db/foundReturn'
import { inkOf } from '../../domain/returns/ink'
import { NotFound } from '../errors'
import type { ReturnVisit } from '../route'
import { comparisonPage, nothingToCompare } from './comparisonPage'
import { draw } from './pages'
import { draftSheet, sheetOfSubmission, type Reads } from './readings'
import { DRAFT, type Version } from './version'

/** Any two versions of a return beside each other, cell by cell. */
export async function showComparison(services: Reads, visit: ReturnVisit): Promise<void> {
  const { found, req } = visit
  const submissions = await submissionsOf(services.db, found.id)
  const [latest] = submissions
  if (!latest) {
    draw(visit, 'documents/comparison', nothingToCompare(found))
    return
  }
  const usual = usualOf(found, submissions, latest)
  const [from, to] = [codeIn(req.query.from, usual.from), codeIn(req.query.to, usual.to)]
  const before = await versionOf(services, found, submissions, from)
  const after = await versionOf(services, found, submissions, to)
  const changes = await lastChangesBetween(services.db, found.id, {
    after: Math.min(before.version, after.version),
    upTo: Math.max(before.version, after.version),
  })
  const names = await organisationNames(services.db)
  const page = comparisonPage(found, { before, after, changes, submissions, names })
  draw(visit, 'documents/comparison', page, from === to ? 422 : 200)
}

/** What has changed since the last submission; where nothing can have, what it changed of the one before. */
function usualOf({ standingSubmissionId }: OwnReturn, [, previous]: readonly Submission[], latest: Submission) {
  return previous && latest.id === standingSubmissionId
    ? { from: String(previous.number), to: String(latest.number) }
    : { from: String(latest.number), to: DRAFT }
}

const codeIn = (sent: unknown, usual: string): string => (typeof sent === 'string' && sent !== '' ? sent : usual)

async function versionOf(
  services: Reads,
  found: OwnReturn,
  submissions: readonly Submission[],
  code: string,
): Promise<Version> {
  if (code === DRAFT) {
    const sheet = await draftSheet(services, found)
    return { code, sheet, cells: inkOf(sheet).cells, version: found.version, signedBy: undefined }
  }
  const submission = submissions.find(({ number }) => String(number) === code)
  if (!submission) throw new NotFound()
  const { cells, version, signedByName, decidedAt } = submission
  return {
    code,
    sheet: sheetOfSubmission(found, submission),
    cells,
    version,
    signedBy: { name: signedByName, decidedAt },
  }
}
