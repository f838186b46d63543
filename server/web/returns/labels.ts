import { labelAt as addressLabel } from '../../domain/reading/labels'
import type { SurveyDefinition } from '../../domain/survey/definition'

export { placeLabel } from '../../domain/reading/labels'

/** What a box is called in words that stand alone, by the name it is sent under; of its "not collected", too. */
export function labelAt(name: string, definition: SurveyDefinition): string {
  const address = name.replace(/!nc$/, '')
  const label = addressLabel(address, definition)
  return name === address ? label : `${label}, not collected`
}
