import { cellAtInWords } from '../../domain/reading/cellInWords'
import { labelAt } from '../../domain/reading/labels'
import type { Address, Cell } from '../../domain/survey/cells'
import type { SurveyDefinition } from '../../domain/survey/definition'
import { atlasOf } from '../../domain/survey/places'

/** One change of a cell in words: of which question, in which of its boxes ('' where it has one), from what to what. */
export interface ChangeWords {
  readonly question: string
  readonly box: string
  readonly was: string
  readonly now: string
}

interface Changed {
  readonly address: Address
  readonly was: Cell | null
  readonly became: Cell | null
}

/** A change of a cell in words; organisations are told by their codes. */
export function changeWords(definition: SurveyDefinition, { address, was, became }: Changed): ChangeWords {
  const said = (cell: Cell | null) => cellAtInWords(address, cell, { definition, names: new Map() }) ?? 'blank'
  return { ...whereAt(address, definition), was: said(was), now: said(became) }
}

function whereAt(address: Address, definition: SurveyDefinition): Pick<ChangeWords, 'question' | 'box'> {
  const place = atlasOf(definition).place(address)
  if (!place) return { question: labelAt(address, definition), box: '' }
  const { question, label } = place
  const box = label.startsWith(question.label) ? label.slice(question.label.length).replace(/^: /, '') : label
  return { question: question.label, box }
}
