import type { FoundReturn } from '../../db/foundReturn'
import { submittedCells } from '../../db/standingCells'
import { isAmong } from '../../domain/people/roles'
import { editRuling } from '../../domain/returns/editing'
import type { Section } from '../../domain/survey/definition'
import type { Services } from '../../services'
import type { StaffVisit } from '../route'
import type { AskAt } from './answersPage'

interface Read {
  readonly found: FoundReturn
  readonly section: Section
}

/** What somebody who reads a section may do about it: ask about a figure that stands submitted, enter others. */
export async function offersOf(
  { db }: Pick<Services, 'db'>,
  { staffRole }: StaffVisit,
  { found, section }: Read,
): Promise<{ readonly askAt: AskAt; readonly enter: string | undefined }> {
  const path = `/network/returns/${found.id}`
  const { standingSubmissionId } = found
  const asks = standingSubmissionId !== null && isAmong(staffRole, ['network'])
  const submitted = asks ? await submittedCells(db, standingSubmissionId) : {}
  const mayEnter = section.filledBy === undefined && editRuling(found, section.code, staffRole).ok
  return {
    askAt: ({ address, question }) =>
      submitted[address] && question.answering !== 'prefilled'
        ? `${path}/queries?about=${encodeURIComponent(address)}`
        : undefined,
    enter: mayEnter ? `${path}/sections/${section.code}` : undefined,
  }
}
