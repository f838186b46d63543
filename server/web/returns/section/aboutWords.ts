import type { Question } from '../../../domain/survey/definition'
import type { Sheet } from '../../../domain/survey/sheet'

/** What day or period a question is about: "On 30 September 2019". */
export function referenceWords({ reference }: Question, { definition }: Sheet): string | undefined {
  const words = reference === undefined ? undefined : definition.references[reference]
  return words && words.charAt(0).toUpperCase() + words.slice(1)
}

/** The day or period, and the hint: "On 30 September 2019. Main role of each person." */
export function aboutWords(question: Question, sheet: Sheet): string | undefined {
  const parts = [referenceWords(question, sheet), question.hint].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.map(ended).join(' ')
}

const ended = (words: string): string => ('.?!'.includes(words.at(-1) ?? '') ? words : `${words}.`)
