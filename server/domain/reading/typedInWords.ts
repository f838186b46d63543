import { format, parse } from '../kinds'
import { isReason, reasons } from '../survey/cells'
import type { SurveyDefinition } from '../survey/definition'
import { atlasOf } from '../survey/places'
import { uncollectedInWords } from './cellInWords'

/** Boxes in which nobody types. */
const chosen = new Set(['choice', 'choices', 'checkbox'])

const UNCOLLECTED = /^NC (?<reason>\w+)$/

/** What was sent under a name, as it is read: a choice is told in its words, all else as it was typed. */
export function typedInWords(name: string, value: string, definition: SurveyDefinition): string {
  if (name.endsWith('!nc')) return isReason(value) ? reasons[value] : value
  const reason = UNCOLLECTED.exec(value)?.groups?.reason
  return isReason(reason) ? uncollectedInWords(reason) : choiceInWords(name, value, definition)
}

function choiceInWords(name: string, value: string, definition: SurveyDefinition): string {
  const box = atlasOf(definition).place(name)?.box
  if (!box || !chosen.has(box.kind)) return value
  const parsed = parse(box, value)
  return parsed.ok ? format(box, parsed.value) : value
}
