import { valueCell, type Address, type Cell, type Cells, sameCell } from '../survey/cells'
import type { Section, SurveyDefinition } from '../survey/definition'
import { explanationAddress } from '../survey/explanations'
import { placesIn } from '../survey/places'

/** One cell that does not say the same in two versions of a return. */
export interface Difference {
  readonly address: Address
  /** Undefined where there was, or is, nothing. */
  readonly was: Cell | undefined
  readonly is: Cell | undefined
}

/** What differs between two versions of a return in one section, in reading order, explanations last. */
export const differencesIn = (section: Section, before: Cells, after: Cells): Difference[] =>
  addressesIn(section, { ...before, ...after })
    .map((address) => ({ address, was: before[address], is: after[address] }))
    .filter(({ was, is }) => !sameCell(asSaid(was), asSaid(is)))

/** Lists can be "not collected" as a whole, at their own address. */
function addressesIn(section: Section, cells: Cells): Address[] {
  const lists = section.questions.filter(({ shape }) => shape === 'list').map(({ code }) => code)
  const explanations = section.rules.map(({ code }) => explanationAddress(code))
  return [...placesIn(section, cells).map(({ address }) => address), ...lists, ...explanations]
}

/** An explanation says the same, whatever figures it was given for. */
const asSaid = (cell: Cell | undefined): Cell | undefined => (cell?.state === 'value' ? valueCell(cell.value) : cell)

/** The sections in which two versions of a return can differ: what is filled in only when signing is in no draft. */
export const sectionsCompared = ({ sections }: SurveyDefinition, withDraft: boolean): Section[] =>
  sections.filter(({ filledBy }) => !withDraft || filledBy === undefined)
