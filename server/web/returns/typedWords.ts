import { format, parse } from '../../domain/kinds'
import { isReason, reasons } from '../../domain/survey/cells'
import type { SurveyDefinition } from '../../domain/survey/definition'
import { atlasOf } from '../../domain/survey/places'
import { labelAt } from './labels'

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
      const label = ours[name] ?? labelAt(name, definition)
      const value = textSent(typed)
      return label === name || value === '' ? [] : [{ name, label, value }]
    }),
    definition,
  )

/** A field as one text; several choices with bars between. */
export function textSent(sent: unknown): string {
  if (typeof sent === 'string') return sent.trim()
  if (!Array.isArray(sent)) return ''
  return sent.filter((part) => typeof part === 'string' && part !== '').join('|')
}

/** The same fields as they are read: a choice is told in its words, all else as it was typed. */
export const inWords = (fields: readonly TypedField[], definition: SurveyDefinition): TypedField[] =>
  fields.map((field) => ({ ...field, value: wordsFor(field, definition) }))

function wordsFor({ name, value }: TypedField, definition: SurveyDefinition): string {
  if (name.endsWith('!nc')) return isReason(value) ? reasons[value] : value
  const box = atlasOf(definition).place(name)?.box
  const parsed = box && chosen.has(box.kind) ? parse(box, value) : undefined
  return box && parsed?.ok ? format(box, parsed.value) : value
}

/** Boxes in which nobody types. */
const chosen = new Set(['choice', 'choices', 'checkbox'])
