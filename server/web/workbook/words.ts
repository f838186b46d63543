import { format, type Box } from '../../domain/kinds'
import { reasons, type Address, type Cell } from '../../domain/survey/cells'
import type { SurveyDefinition } from '../../domain/survey/definition'
import { explainedRule } from '../../domain/survey/explanations'
import { atlasOf } from '../../domain/survey/places'
import { namedOrganisation, type Names } from '../../workbooks/answerValue'

/** Where an explanation is kept there is no box of the survey: it is a text. */
const words: Box = { kind: 'text', min: 0, max: 2_000, long: true }

/** What a cell says to a reader. */
export function cellWords(address: Address, cell: Cell | null | undefined, told: Told): string {
  if (!cell) return 'Nothing'
  if (cell.state === 'not_collected') return `Not collected: ${reasons[cell.reason]}`
  const box = atlasOf(told.definition).place(address)?.box ?? words
  if (box.kind !== 'organisation') return format(box, cell.value)
  const codes = typeof cell.value === 'string' ? [cell.value] : Array.isArray(cell.value) ? cell.value : []
  return codes.map((code: string) => namedOrganisation(code, told.names)).join('; ')
}

export interface Told {
  readonly definition: SurveyDefinition
  readonly names: Names
}

/** What is at an address, in words that stand alone. */
export function labelWords(address: Address, { definition }: Pick<Told, 'definition'>): string {
  const rule = explainedRule(address)
  if (rule !== undefined) return `Explanation (${rule})`
  const atlas = atlasOf(definition)
  const place = atlas.place(address)
  if (!place) return atlas.question(address)?.question.label ?? address
  const { label, question } = place
  return label.startsWith(question.label) ? label : `${question.label}, ${label}`
}

/** 1 answer, 40 answers. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`
