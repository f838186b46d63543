import { dueDayInWords } from '../domain/people/dueDay'
import type { Letter } from '../domain/post/letter'
import { closes, pageOf, returnOf, type AboutReturn } from './aboutReturn'

/** Sections given to a colleague, by their titles. */
export interface Given {
  readonly by: string
  readonly sections: readonly string[]
  /** A London date, YYYY-MM-DD. */
  readonly dueOn: string | null
  readonly note: string | null
}

/** Tells somebody which sections of a return they have been given. */
export const sectionAssigned = (about: AboutReturn, { by, sections, dueOn, note }: Given): Letter => ({
  subject: `${about.organisation}: ${sectionsIn(sections)} of the workforce return for you`,
  paragraphs: [
    `${returnOf(about)}: ${by} asks you to fill in ${listed(sections)}.`,
    ...(dueOn === null ? [] : [`Please complete this by ${dueDayInWords(dueOn)}.`]),
    ...(note === null ? [] : [`${by} adds: ${note}`]),
    ...closes(about, (when) => `The whole return closes at ${when}.`),
  ],
  button: { text: 'Go to the return', href: pageOf(about) },
})

const sectionsIn = (sections: readonly string[]): string =>
  sections.length === 1 ? 'one section' : `${sections.length} sections`

const listed = (sections: readonly string[]): string => sections.map((title) => `“${title}”`).join(', ')
