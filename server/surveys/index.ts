import { surveyOf } from '../domain/collections/series'
import type { SurveyDefinition } from '../domain/survey/definition'
import { mhsw2019 } from './mhsw2019'
import { mhsw2022 } from './mhsw2022'
import { psw2019 } from './psw2019'

/** Every collection's definition, by its code. */
export const definitions: Readonly<Record<string, SurveyDefinition>> = Object.fromEntries(
  [mhsw2019, psw2019, mhsw2022].map((definition) => [definition.code, definition]),
)

/** The definition of a collection. A collection without one is our fault, not the reader's. */
export function definitionOf(code: string): SurveyDefinition {
  const found = Object.hasOwn(definitions, code) ? definitions[code] : undefined
  if (!found) throw new Error(`No survey is called '${code}'. There are: ${Object.keys(definitions).join(', ')}`)
  return found
}

/** The other definitions of the same survey, by their years. */
export const otherDefinitions = (code: string): SurveyDefinition[] =>
  Object.values(definitions)
    .filter((other) => other.code !== code && surveyOf(other.code) === surveyOf(code))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
