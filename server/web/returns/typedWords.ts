import { typedInWords } from '../../domain/reading/typedInWords'
import type { SurveyDefinition } from '../../domain/survey/definition'
import { textSent } from '../../domain/survey/lateTyping'
import { fieldLabel } from './fieldLabel'

/** What was typed in a box, and what the box is called. */
export interface TypedField {
  readonly name: string
  readonly label: string
  readonly value: string
}

/** Boxes of our pages that are not of the survey. */
const ours: Readonly<Record<string, string>> = { note: 'What should be put right?' }

/** What was sent with something that could not be done, to be read and copied. */
export const sentInWords = (sent: Readonly<Record<string, unknown>>, definition: SurveyDefinition): TypedField[] =>
  inWords(
    Object.entries(sent).flatMap(([name, typed]) => {
      const label = ours[name] ?? fieldLabel(name, definition)
      const value = textSent(typed)
      return label === name || value === '' ? [] : [{ name, label, value }]
    }),
    definition,
  )

/** The same fields as they are read: a choice is told in its words, all else as it was typed. */
export const inWords = (fields: readonly TypedField[], definition: SurveyDefinition): TypedField[] =>
  fields.map((field) => ({ ...field, value: typedInWords(field.name, field.value, definition) || 'Cleared' }))
