import { format } from '../../domain/kinds'
import { reasons, type Address, type Cell } from '../../domain/survey/cells'
import type { SurveyDefinition } from '../../domain/survey/definition'
import { explainedRule } from '../../domain/survey/explanations'
import { atlasOf, type Place } from '../../domain/survey/places'

/** What stands in a cell, for a reader. */
export function cellWords({ box }: Pick<Place, 'box'>, cell: Cell | null | undefined): string {
  if (!cell) return 'blank'
  if (cell.state === 'not_collected') return `not collected (${reasons[cell.reason]})`
  const words = format(box, cell.value)
  return words === '' ? 'none chosen' : words
}

/** One change of a cell in words: of which question, in which of its boxes ('' where it has one), from what to what. */
export interface ChangeWords {
  readonly question: string
  readonly box: string
  readonly was: string
  readonly now: string
}

export function changeWords(
  definition: SurveyDefinition,
  { address, was, became }: { readonly address: Address; readonly was: Cell | null; readonly became: Cell | null },
): ChangeWords {
  const place = atlasOf(definition).place(address)
  if (!place) return { question: explanationLabel(address), box: '', was: bareWords(was), now: bareWords(became) }
  const { question, label } = place
  const box = label.startsWith(question.label) ? label.slice(question.label.length).replace(/^: /, '') : label
  return { question: question.label, box, was: cellWords(place, was), now: cellWords(place, became) }
}

const bareWords = (cell: Cell | null): string => (cell?.state === 'value' ? String(cell.value) : 'blank')

function explanationLabel(address: Address): string {
  const rule = explainedRule(address)
  return rule === undefined ? address : `Explanation (rule ${rule})`
}
