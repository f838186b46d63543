import { cellsOf } from '../../db/cells'
import type { OwnReturn } from '../../db/foundReturn'
import { sheetOfReturn } from '../../db/sheetOfReturn'
import { submissionsOf, type Submission } from '../../db/submissions'
import { submittedSheet } from '../../domain/returns/submittedSheet'
import type { Section } from '../../domain/survey/definition'
import type { Sheet } from '../../domain/survey/sheet'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'

export type Reads = Pick<Services, 'db'>

/** The return as it is now. */
export async function draftSheet({ db }: Reads, found: OwnReturn): Promise<Sheet> {
  return sheetOfReturn(db, found, definitionOf(found.collection.code), await cellsOf(db, found.id))
}

/** A submission as it was signed, with the definition it was made under. */
export const sheetOfSubmission = ({ organisation }: OwnReturn, { definition, cells }: Submission): Sheet =>
  submittedSheet(definitionOf(definition), organisation, cells)

/** The sections somebody may read: a contributor, those they were given. */
export const readableSections = ({ assigned }: OwnReturn, { definition }: Sheet): Section[] =>
  definition.sections.filter(({ code }) => assigned?.includes(code) ?? true)

/** The submission with a number; where none is asked for, the one that stands, or else the latest. */
export async function submissionAsked(
  { db }: Reads,
  { id, standingSubmissionId }: OwnReturn,
  number: unknown,
): Promise<Submission | undefined> {
  const all = await submissionsOf(db, id)
  if (number !== undefined) return all.find((each) => String(each.number) === number)
  return all.find((each) => each.id === standingSubmissionId) ?? all[0]
}
