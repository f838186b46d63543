import type { Section } from '../survey/definition'
import { entriesIn, placesOf, type Place } from '../survey/places'
import { isRequired, sectionsToFill } from '../survey/progress'
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
  let [of, among] = [0, 0]
  for (const section of sectionsToFill(sheet).map(withoutOptional)) {
    for (const place of section.questions.flatMap((question) => placesToFill({ question, section }, sheet))) {
      if (!isRequired(place, sheet)) continue
      among += 1
      if (sheet.cells[place.address]?.state === 'value') of += 1
    }
  }
  return { of, among }
}

/** A list without an entry stands as one place, so that it can be missing. */
function placesToFill(found: Pick<Place, 'question' | 'section'>, { cells }: Sheet): readonly Place[] {
  if (found.question.shape !== 'list') return placesOf(found)
  const entries = entriesIn(found.question, cells)
  return entries.length === 0 ? placesOf(found, [1]).slice(0, 1) : placesOf(found, entries)
}

function inLowConfidence({ cells, low }: NonNullable<QualityIndicator['confidence']>, sheet: Sheet): Part {
  const told = cells.flatMap((address) => {
    const cell = livingCell(address, sheet)
    return cell?.state === 'value' ? [cell.value] : []
  })
  return { of: told.filter((value) => value === low).length, among: told.length }
}
