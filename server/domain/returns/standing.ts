import { returnPhase, type Openness } from '../collections/opening'
import { sectionCoded, type SurveyDefinition } from '../survey/definition'
import type { ReturnStatus, Standing } from './lifecycle'

interface Judged {
  readonly status: ReturnStatus
  readonly openness: Openness
  readonly now: Date
}

/** The letters of the sections employers fill in. */
export const fillableSections = ({ sections }: SurveyDefinition): string[] =>
  sections.filter(({ filledBy }) => filledBy === undefined).map(({ code }) => code)

/** How a whole return stands: open while any of its sections is. */
export const standingOfReturn = (found: Judged, definition: SurveyDefinition): Standing => ({
  status: found.status,
  phase: returnPhase(found.openness, fillableSections(definition), found.now),
  stands: found.openness.standingSince !== null,
})

/** The sections named that employers do not fill in, or that do not exist. */
export const unknownSections = (definition: SurveyDefinition, named: readonly string[]): string[] =>
  named.filter((code) => sectionCoded(definition, code)?.filledBy !== undefined || !sectionCoded(definition, code))

/** What the sections named are called; null, which means all of them, stays null. */
export const titlesOf = (definition: SurveyDefinition, named: readonly string[] | null): string[] | null =>
  named?.map((code) => sectionCoded(definition, code)?.title ?? code) ?? null
