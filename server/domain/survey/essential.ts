import type { Question, Section, SurveyDefinition } from './definition'
import type { Register } from './register'

/** Whether a box of a question is among the few asked for when time is short (spec §2.19). */
export const isEssential = ({ essential = [] }: Question, column: string): boolean =>
  essential === true || essential.includes(column)

/** Whether a survey says which of its questions are essential. */
export const hasEssentials = ({ sections }: SurveyDefinition): boolean =>
  sections.some(
    ({ filledBy, questions }) => filledBy === undefined && questions.some(({ essential }) => essential !== undefined),
  )

/** Whether a box may be left blank because only the essential ones are asked for. */
export const isSpared = (question: Question, column: string, { essentialOnly }: Register): boolean =>
  essentialOnly === true && !isEssential(question, column)

/** Whether nothing in a section ever has to be answered: by its questions, or because only essential ones are asked for. */
export const isOptionalSection = (
  { questions }: Section,
  { essentialOnly }: Pick<Register, 'essentialOnly'>,
): boolean =>
  questions.every(
    ({ answering, requiredWhen, essential }) =>
      (essentialOnly === true && essential === undefined) || (answering !== 'required' && requiredWhen === undefined),
  )
