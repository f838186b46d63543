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
