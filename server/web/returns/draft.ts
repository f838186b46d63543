import type { FoundReturn, OpenedReturn } from '../../db/foundReturn'
import { organisationNames } from '../../db/organisationNames'
import { sheetOfReturn } from '../../db/sheetOfReturn'
import { draftOfReturn, sistersOf } from '../../db/sisters'
import { telephonedIn } from '../../db/telephoned'
import { isOutstanding } from '../../domain/returns/lifecycle'
import { hasOrganisations, sectionCoded, type Section } from '../../domain/survey/definition'
import { atlasOf } from '../../domain/survey/places'
import { checkSection, type SectionCheck } from '../../domain/survey/progress'
import type { Problem, Typed } from '../../domain/survey/readSection'
import { sharedQuestions } from '../../domain/survey/shared'
import type { Sheet } from '../../domain/survey/sheet'
import type { Services } from '../../services'
import { definitionOf } from '../../surveys'
import { NotFound } from '../errors'
import type { ReturnVisit } from '../route'
import type { Filling } from './section/filling'

export type Reads = Pick<Services, 'db'>

/** All that is in a return so far, with what its rules need to know of the world. */
export async function draftOf({ db }: Reads, found: FoundReturn | OpenedReturn): Promise<Sheet> {
  const { cells } = await draftOfReturn(db, found, definitionOf)
  return sheetOfReturn(db, found, definitionOf(found.collection.code), cells)
}

/** The section a request is about. What is filled in only when the return is signed has no page of its own. */
export function sectionOf({ req, found }: ReturnVisit): Section {
  const { section: code } = req.params
  const section = typeof code === 'string' ? sectionCoded(definitionOf(found.collection.code), code) : undefined
  if (!section || section.filledBy) throw new NotFound()
  return section
}

/** A section with what is in it, ready to be drawn; and with what was typed, where the page comes back. */
export async function fillingOf(
  { db }: Reads,
  found: FoundReturn | OpenedReturn,
  section: Section,
  { typed = {}, problems = [] }: { readonly typed?: Typed; readonly problems?: readonly Problem[] } = {},
): Promise<Filling> {
  const sheet = await draftOf({ db }, found)
  const sharedWith = await surveysBeside(db, found, section)
  const telephoned = 'telephoned' in found ? found.telephoned : await telephonedIn(db, found.id)
  const check = checkSection(section, sheet)
  const names = namesOrganisations(check, sheet) ? await organisationNames(db) : new Map<string, string>()
  return { found, section, sheet, check, typed, problems, names, sharedWith, telephoned }
}

/** Whether organisations may be named on a page of a section: in a box of it, or among the figures of its rules. */
const namesOrganisations = ({ section, broken }: SectionCheck, { definition }: Sheet): boolean =>
  section.questions.some(hasOrganisations) ||
  broken
    .flatMap(({ findings }) => findings.flatMap(({ addresses }) => addresses))
    .some((address) => atlasOf(definition).place(address)?.box.kind === 'organisation')

/** What the surveys are called whose return of the same organisation can follow a change in this section. */
async function surveysBeside(db: Reads['db'], found: FoundReturn, { questions }: Section): Promise<string[]> {
  const definition = definitionOf(found.collection.code)
  const sisters = (await sistersOf(db, found)).filter(({ status }) => isOutstanding(status))
  return sisters
    .filter(({ collection }) => {
      const shared = sharedQuestions(definition, definitionOf(collection.code))
      return questions.some(({ code }) => shared.has(code))
    })
    .map(({ collection }) => collection.title)
}
