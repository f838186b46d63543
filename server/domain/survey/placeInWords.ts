import { questionsOf, type SurveyDefinition } from './definition'
import { atlasOf } from './places'

/** A list as people say it: "a", "a and b", "a, b and c". */
export const joined = (words: readonly string[], word: 'and' | 'or'): string => {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${word} ${last}`
}

/**
 * What an address or a pattern stands for, with itself beside it: “Social workers you employ: People” (sw_emp_in.hc). A
 * part `@` is the row or the place a rule is judged for, and a part `*` is every row.
 */
export function placeInWords(address: string, definition: SurveyDefinition): string {
  if (address.startsWith('@'))
    return address === '@' ? 'the answer' : `its “${columnCalled(address.slice(2), definition)}”`
  const label = labelOf(address, definition)
  return label === undefined ? address : `“${label}” (${address.replaceAll('@', 'the same row')})`
}

function labelOf(address: string, definition: SurveyDefinition): string | undefined {
  const atlas = atlasOf(definition)
  const place = atlas.place(address)
  const question = atlas.question(address)?.question
  if (place)
    return place.label.startsWith(place.question.label) ? place.label : `${place.question.label}, ${place.label}`
  if (!question) return undefined
  const last = address.split('.').at(-1)
  const column = question.shape === 'single' ? undefined : question.columns.find(({ code }) => code === last)
  return column && column.code !== '' ? `${question.label}: ${column.label}` : question.label
}

/** The rules told for many places speak of their columns, which are called alike in all of them. */
const columnCalled = (code: string, definition: SurveyDefinition): string =>
  questionsOf(definition)
    .flatMap((question) => (question.shape === 'single' ? [] : question.columns))
    .find((column) => column.code === code)?.label ?? code
