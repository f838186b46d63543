import type { Section, SurveyDefinition } from '../survey/definition'

/** The sections somebody of an employer may see and fill in: all, or (of a contributor) those that were assigned. */
export const givenSections = ({ sections }: SurveyDefinition, assigned: readonly string[] | null): Section[] =>
  sections.filter(({ code, filledBy }) => filledBy === undefined && (assigned?.includes(code) ?? true))
