import type { Section } from '../survey/definition'
import { placesToAnswer, isRequired, sectionsToFill } from '../survey/progress'
import { livingCell } from '../survey/reckoning'
import type { Sheet } from '../survey/sheet'
import type { QualityIndicator } from './indicator'

interface Part {
  readonly of: number
  readonly among: number
}

/** How well one return is answered; undefined for what is not said by a return: whether there is one. */
export function qualityOf({ of, confidence }: QualityIndicator, sheet: Sheet): Part | undefined {
  switch (of) {
    case 'responded':
      return undefined
    case 'answered_with_a_value':
      return answeredWithValues(sheet)
    case 'low_confidence':
      return confidence && inLowConfidence(confidence, sheet)
  }
}

const requirable = new WeakMap<Section, Section>()

/** A section without the questions that need never be answered. */
function withoutOptional(section: Section): Section {
  const known = requirable.get(section)
  if (known) return known
  const questions = section.questions.filter(
    ({ answering, requiredWhen }) => answering === 'required' || requiredWhen !== undefined,
  )
  const found = { ...section, questions }
  requirable.set(section, found)
  return found
}

/** Of the cells that must be answered, those that hold a value; "not collected" is an answer, but no value. */
function answeredWithValues(sheet: Sheet): Part {
  const required = sectionsToFill(sheet)
    .flatMap((section) => placesToAnswer(withoutOptional(section), sheet))
    .filter((place) => isRequired(place, sheet))
  const values = required.filter(({ address }) => sheet.cells[address]?.state === 'value')
  return { of: values.length, among: required.length }
}

function inLowConfidence({ cells, low }: NonNullable<QualityIndicator['confidence']>, sheet: Sheet): Part {
  const told = cells.flatMap((address) => {
    const cell = livingCell(address, sheet)
    return cell?.state === 'value' ? [cell.value] : []
  })
  return { of: told.filter((value) => value === low).length, among: told.length }
}
