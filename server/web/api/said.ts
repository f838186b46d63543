import type { FoundCollection } from '../../db/collections'
import type { ListedReturn, ListedSubmission, organisationsPart } from '../../db/listed'
import { phaseAt } from '../../domain/collections/phase'
import type { Answer } from '../../domain/exports/answers'
import type { Exported } from '../../domain/exports/exported'
import { howFar } from '../../domain/returns/howFar'
import { fillableSections } from '../../domain/returns/standing'
import type { SurveyDefinition } from '../../domain/survey/definition'

/** How things are told to other systems: plain names, instants in UTC. */

/** A collection, and whether it is open just now. */
export const saidCollection = (found: FoundCollection) => ({
  code: found.code,
  title: found.title,
  opens_at: found.opensAt.toISOString(),
  /** The first moment that is too late. */
  cutoff_at: found.cutoffAt.toISOString(),
  phase: phaseAt(found, found.now),
})

/** The sections of a survey, and who fills each of them in. */
export const saidSections = ({ sections }: SurveyDefinition) =>
  sections.map(({ code, title, filledBy }) => ({ code, title, filled_by: filledBy ?? 'employer' }))

type OrganisationRow = Awaited<ReturnType<typeof organisationsPart>>[number]

/** An organisation as the register has it; populations in people. */
export const saidOrganisation = (row: OrganisationRow) => ({
  code: row.code,
  name: row.name,
  type: row.type,
  cassr_code: row.cassrCode,
  nhs_region: row.nhsRegion,
  adass_region: row.adassRegion,
  registered_population: row.popRegistered,
  resident_population: row.popResident,
  adult_population: row.popAdults,
})

const whose = ({ code, name, type }: { readonly code: string; readonly name: string; readonly type: string }) => ({
  code,
  name,
  type,
})

/** A return, what has become of it and how far it has got. */
export function saidReturn(row: ListedReturn, definition: SurveyDefinition) {
  const { done, of, unexplained, hard } = howFar(row.progress, fillableSections(definition))
  return {
    id: row.id,
    collection: row.collection,
    organisation: whose(row),
    status: row.status,
    first_opened_at: row.firstOpenedAt?.toISOString() ?? null,
    last_saved_at: row.lastSavedAt?.toISOString() ?? null,
    standing_submission: row.standingSubmissionId,
    progress: { sections_finished: done, sections_asked: of, to_explain: unexplained, to_correct: hard },
  }
}

/** One return with how far each of its sections has got. */
export const saidWholeReturn = (row: ListedReturn, definition: SurveyDefinition) => ({
  ...saidReturn(row, definition),
  sections: fillableSections(definition).map((code) => {
    const { status = 'not_started', required = 0, answered = 0 } = row.progress[code] ?? {}
    return { code, status, required, answered }
  }),
})

type Signed = Omit<ListedSubmission, 'definition'> & { readonly definition: string }

/** A submission without its answers. */
export const saidSubmission = (row: Signed) => ({
  id: row.id,
  return: row.returnId,
  collection: row.definition,
  number: row.number,
  reference: row.reference,
  submitted_at: row.decidedAt.toISOString(),
  nil: row.nil,
  may_be_named: row.identified,
  stands: row.stands,
  sha256: row.hash,
})

/** What stands at one address: a figure, or which of three reasons there is none. */
export const saidAnswer = ({ section, address, said, explanation, route }: Answer) => ({
  section,
  address,
  state: said.state,
  value: said.state === 'value' ? said.value : null,
  reason: 'reason' in said ? said.reason : null,
  explanation: explanation === '' ? null : explanation,
  route: route === '' ? null : route,
})

/** A submission with everything it says. */
export const saidWholeSubmission = (exported: Exported, answers: readonly Answer[]) => ({
  ...saidSubmission(exported),
  organisation: whose(exported.organisation),
  explained: exported.explained,
  answers: answers.map(saidAnswer),
})

/** One answer on a line of its own, with whose it is. */
export const saidLine = (exported: Exported, answer: Answer) => ({
  collection: exported.definition,
  organisation: whose(exported.organisation),
  submission: exported.reference,
  submission_number: exported.number,
  submitted_at: exported.decidedAt.toISOString(),
  ...saidAnswer(answer),
})
