import { isEntered, sectionCoded, type Section } from './definition'
import { isSpared } from './essential'
import { explanationFor } from './explanations'
import { readable } from '../kinds/number'
import { remembered } from '../remembered'
import { entriesIn, placesIn, placesOf, type Place } from './places'
import { holds } from './holds'
import { figureOf } from './reckoning'
import { brokenRules, type Broken } from './rules'
import type { Sheet } from './sheet'

export type SectionStatus = 'not_started' | 'in_progress' | 'complete' | 'complete_with_warnings' | 'not_applicable'

/** How far one section has got, as every list shows it. Kept with the return by the transaction that saves. */
export interface Progress {
  readonly status: SectionStatus
  /** Required places asked, and how many of them have been answered. */
  readonly required: number
  readonly answered: number
  /** Rules that must hold and do not, figures beyond their bound among them. */
  readonly hard: number
  /** Soft rules that do not hold, and how many of those have a live explanation. */
  readonly soft: number
  readonly explained: number
}

/** All there is to put right in one section before the return can be signed. */
export interface SectionCheck {
  readonly section: Section
  readonly missing: readonly Place[]
  readonly beyond: readonly { readonly place: Place; readonly says: string }[]
  readonly broken: readonly Broken[]
  readonly progress: Progress
}

/** Judges one section. Presence is judged here and at signing only: a draft may be incomplete. */
export const checkSection = (section: Section, sheet: Sheet): SectionCheck => checksOf(sheet)(section)

const checksOf = remembered((sheet: Sheet) => remembered((section: Section) => judge(section, sheet)))

function judge(section: Section, sheet: Sheet): SectionCheck {
  const places = placesToAnswer(section, sheet)
  const required = places.filter((place) => isRequired(place, sheet))
  const missing = required.filter((place) => isMissing(place, sheet))
  const broken = isApplicable(section, sheet) ? brokenRules(section, sheet) : []
  const beyond = places.flatMap((place) => beyondBound(place, sheet)).filter(({ place }) => !isSaidBy(broken, place))
  const soft = broken.filter(({ rule }) => rule.level === 'soft')
  const counted = {
    required: required.length,
    answered: required.length - missing.length,
    hard: beyond.length + broken.filter(({ rule }) => rule.level === 'hard').length,
    soft: soft.length,
    explained: soft.filter((each) => explanationFor(each, sheet.cells).kind === 'live').length,
  }
  const touched = places.some(({ address }) => sheet.cells[address] !== undefined)
  return {
    section,
    missing,
    beyond,
    broken,
    progress: { ...counted, status: statusOf(section, sheet, counted, touched) },
  }
}

/** Whether a hard rule already says what is wrong with a place. */
const isSaidBy = (broken: readonly Broken[], { address }: Place): boolean =>
  broken.some(
    ({ rule, findings }) => rule.level === 'hard' && findings.some((each) => each.addresses.includes(address)),
  )

const isApplicable = ({ when }: Section, sheet: Sheet): boolean => {
  const route = when ? sheet.route(when) : 'asked'
  return route === 'asked' || route === 'undetermined'
}

function statusOf(section: Section, sheet: Sheet, counted: Omit<Progress, 'status'>, touched: boolean): SectionStatus {
  if (!isApplicable(section, sheet)) return 'not_applicable'
  if (!touched) return 'not_started'
  if (counted.answered < counted.required || counted.hard > 0) return 'in_progress'
  return counted.soft > 0 ? 'complete_with_warnings' : 'complete'
}

/** Places asked, or perhaps to be asked. A list with no entry yet stands as one place, so that it can be missing. */
export function placesToAnswer(section: Section, sheet: Sheet): Place[] {
  const lists = section.questions.flatMap((question) => emptyList(section, question, sheet))
  return [...placesIn(section, sheet.cells), ...lists].filter((place) => {
    const standing = sheet.standing(place)
    return isEntered(place.question) && (standing === 'asked' || standing === 'undetermined')
  })
}

function emptyList(section: Section, question: Section['questions'][number], sheet: Sheet): Place[] {
  if (question.shape !== 'list' || entriesIn(question, sheet.cells).length > 0) return []
  const [first] = placesOf({ question, section }, [1])
  return first ? [{ ...first, address: question.code, label: question.label, column: '' }] : []
}

/** Whether an answer is required here and now. */
export function isRequired(place: Place, sheet: Sheet): boolean {
  if (sheet.standing(place) !== 'asked' || isSpared(place.question, place.column, sheet.register)) return false
  const { answering, requiredWhen } = place.question
  return answering === 'required' || (requiredWhen !== undefined && holds(requiredWhen.holds, sheet) === true)
}

function isMissing({ address, question }: Place, sheet: Sheet): boolean {
  const found = sheet.cells[address]
  if (!found) return true
  const least = question.requiredWhen?.atLeast ?? 0
  return found.state === 'value' && typeof found.value === 'string' && [...found.value].length < least
}

/** A figure above the bound its question names: "0 to the social workers you employ". */
function beyondBound(place: Place, sheet: Sheet): { place: Place; says: string }[] {
  const bound = place.question.upTo?.[place.column]
  const found = sheet.cells[place.address]
  if (!bound || found?.state !== 'value' || typeof found.value !== 'number') return []
  const most = figureOf(bound.figure, sheet, place.row ?? '')
  if (most === undefined || found.value <= most + 1e-9) return []
  const places = place.box.kind === 'decimal' ? place.box.places : 0
  const [given, allowed] = [readable(found.value, places), readable(most, places)]
  return [{ place, says: `${place.label} is ${given}, which is more than ${bound.called} (${allowed}).` }]
}

/** Whether nothing in a section stands in the way of signing. */
export const isReady = ({ progress, missing }: SectionCheck): boolean =>
  missing.length === 0 && progress.hard === 0 && progress.explained === progress.soft

/** The sections employers fill in before signing. */
export const sectionsToFill = ({ definition }: Sheet): Section[] =>
  definition.sections.filter(({ filledBy }) => filledBy === undefined)

/** Every section of a return judged, in order. */
export const checkReturn = (sheet: Sheet): SectionCheck[] =>
  sectionsToFill(sheet).map((section) => checkSection(section, sheet))

/** How far each of these sections is, by its code; a section that another collection fills is left out. */
export const progressOf = (sheet: Sheet, codes: readonly string[]): Record<string, Progress> =>
  Object.fromEntries(
    codes.flatMap((code) => {
      const section = sectionCoded(sheet.definition, code)
      return section && !section.filledBy ? [[code, checkSection(section, sheet).progress]] : []
    }),
  )
