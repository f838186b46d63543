import type { Address } from '../../domain/survey/cells'
import type { SurveyDefinition } from '../../domain/survey/definition'
import { explainedRule } from '../../domain/survey/explanations'
import { atlasOf, type Place } from '../../domain/survey/places'

/** What is at an address, in words that stand alone: "Social workers you employ by role, Social worker: People". */
export function labelAt(name: string, definition: SurveyDefinition): string {
  const rule = explainedRule(name)
  if (rule !== undefined) return `Explanation (${rule})`
  const address = name.replace(/!nc$/, '')
  const label = addressLabel(address, definition)
  return name === address ? label : `${label}, not collected`
}

function addressLabel(address: Address, definition: SurveyDefinition): string {
  const atlas = atlasOf(definition)
  const place = atlas.place(address)
  return place ? placeLabel(place) : (atlas.question(address)?.question.label ?? address)
}

/** A place with its question, where its own label does not name it. */
export const placeLabel = ({ label, question }: Place): string =>
  (label.startsWith(question.label) ? label : `${question.label}, ${label}`).replace('?:', '?').replace('?,', '?')

/** The section an address is in: an explanation's is its rule's. */
export function sectionAt(address: Address, definition: SurveyDefinition): string | undefined {
  const rule = explainedRule(address)
  if (rule === undefined) return atlasOf(definition).question(address)?.section.code
  return definition.sections.find(({ rules }) => rules.some(({ code }) => code === rule))?.code
}
