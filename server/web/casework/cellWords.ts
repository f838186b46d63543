import { format } from '../../domain/kinds'
import { reasons, type Cell, type Address } from '../../domain/survey/cells'
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

/** One change of a cell in words: what it is called, from what, to what. */
export function changeWords(
  definition: SurveyDefinition,
  { address, was, became }: { readonly address: Address; readonly was: Cell | null; readonly became: Cell | null },
): { readonly label: string; readonly was: string; readonly now: string } {
  const place = atlasOf(definition).place(address)
  if (place) return { label: labelOf(place), was: cellWords(place, was), now: cellWords(place, became) }
  const said = (cell: Cell | null) => (cell?.state === 'value' ? String(cell.value) : 'blank')
  return { label: explanationLabel(address), was: said(was), now: said(became) }
}

/** A row alone says too little: "Team manager: People" of which question? */
const labelOf = ({ question, label }: Place): string =>
  label.startsWith(question.label) ? label : `${question.label}, ${label}`

function explanationLabel(address: Address): string {
  const rule = explainedRule(address)
  return rule === undefined ? address : `Explanation (rule ${rule})`
}
