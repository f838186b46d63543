import { labelAt } from '../../domain/reading/labels'
import type { SurveyDefinition } from '../../domain/survey/definition'

/** What a box is called in words that stand alone, by the name it is sent under; of its "not collected", too. */
export function fieldLabel(name: string, definition: SurveyDefinition): string {
  const address = name.replace(/!nc$/, '')
  const label = labelAt(address, definition)
  return name === address ? label : `${label}, not collected`
}
