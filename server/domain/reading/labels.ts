import type { Address } from '../survey/cells'
import type { SurveyDefinition } from '../survey/definition'
import { explainedRule } from '../survey/explanations'
import { atlasOf, type Place } from '../survey/places'

/** What is at an address, in words that stand alone: "Social workers you employ by role, Social worker: People". */
export function labelAt(address: Address, definition: SurveyDefinition): string {
  const rule = explainedRule(address)
  if (rule !== undefined) return `Explanation (rule ${rule})`
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

/** Whether somebody may read what is at an address: a contributor, only in the sections they were given. */
export const isTheirs = (
  { assigned }: { readonly assigned: readonly string[] | null },
  address: Address,
  definition: SurveyDefinition,
): boolean => assigned === null || assigned.includes(sectionAt(address, definition) ?? '')
