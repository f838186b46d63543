import { isNumeric, parse, typedAs } from '../kinds'
import type { Address, Cell, Cells } from './cells'
import type { Question, Section, SurveyDefinition } from './definition'
import { atlasOf, placesIn, type Place } from './places'
import type { Sheet } from './sheet'

/**
 * What was said last time at each address this survey has too, from what was submitted before, the earliest first. The
 * entries of a list are numbered anew each time, so they are not compared.
 */
export function lastTimeOf(definition: SurveyDefinition, submitted: readonly Cells[]): Cells {
  const { place } = atlasOf(definition)
  const entries = submitted.flatMap((cells) => Object.entries(cells))
  return Object.fromEntries(entries.filter(([address]) => (place(address)?.question.shape ?? 'list') !== 'list'))
}

/** Places whose figure must be given and is to the last digit what it was. A nought that is still a nought is no wonder. */
export const unchangedSince = (section: Section, sheet: Sheet): Place[] =>
  placesIn(section, sheet.cells).filter((place) => {
    const { question, box, address } = place
    const isLooked = question.answering === 'required' && isNumeric(box) && !isSteady(question)
    return isLooked && sheet.standing(place) === 'asked' && isSameFigure(sheet, address)
  })

function isSameFigure({ cells, register }: Sheet, address: Address): boolean {
  const [now, before] = [cells[address], register.lastTime?.[address]]
  return now?.state === 'value' && before?.state === 'value' && now.value === before.value && now.value !== 0
}

const isSteady = (question: Question): boolean => question.shape === 'single' && question.rarelyChanges === true

/**
 * What was said last time of a fact that rarely changes, where it is asked, has not been answered and could be said
 * again. It counts as answered only once somebody has said that it is still correct.
 */
export function stillToConfirm(code: string, sheet: Sheet): { readonly place: Place; readonly cell: Cell } | undefined {
  const place = atlasOf(sheet.definition).place(code)
  const cell = sheet.register.lastTime?.[code]
  if (!place || !isSteady(place.question) || sheet.cells[code] !== undefined) return undefined
  if (cell?.state !== 'value' || sheet.standing(place) !== 'asked') return undefined
  const again = parse(place.box, typedAs(place.box, cell.value))
  return again.ok ? { place, cell } : undefined
}
