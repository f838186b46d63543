import { format, type Value } from '../../domain/kinds'
import type { Address } from '../../domain/survey/cells'
import type { Question, Section } from '../../domain/survey/definition'
import type { Condition, OrganisationType } from '../../domain/survey/expression'
import { atlasOf, type Place } from '../../domain/survey/places'
import { figureAt } from '../../domain/survey/reckoning'
import { sectionStanding } from '../../domain/survey/routing'
import { readable } from '../../domain/kinds/number'
import type { Sheet } from '../../domain/survey/sheet'

const types: Readonly<Record<OrganisationType, string>> = {
  nhs_trust: 'NHS trusts',
  local_authority: 'councils',
  independent: 'independent providers',
  voluntary: 'voluntary organisations',
}

/** A return, and which of its sections somebody was given: what stands in the others is not told. */
export interface Seen {
  readonly sheet: Sheet
  readonly assigned: readonly string[] | null
}

/** Why a whole section is not asked, as the end of a sentence. */
export const whySectionNotAsked = ({ when }: Section, seen: Seen): string =>
  (when && shutBy(when, seen)) ?? 'of your other answers'

/** Why a question is not asked: "you answered “No” to “Did you employ any AMHPs?”". */
export function whyNotAsked(question: Question, section: Section, seen: Seen): string {
  const standing = sectionStanding(section, seen.sheet)
  if (standing === 'none' || standing === 'not_asked') return whySectionNotAsked(section, seen)
  return (question.when && shutBy(question.when, seen)) ?? 'of your other answers'
}

function shutBy(condition: Condition, seen: Seen): string | undefined {
  const standing = seen.sheet.route(condition)
  if (standing === 'asked' || standing === 'undetermined') return undefined
  switch (condition.kind) {
    case 'some':
    case 'is':
    case 'ticked':
      return answerAt(condition.address, seen)
    case 'all':
      return condition.of.map((each) => shutBy(each, seen)).find((why) => why !== undefined)
    case 'any':
      return condition.of.flatMap((each) => shutBy(each, seen) ?? []).join(' and ')
    case 'organisation':
      return `it is asked of ${condition.types.map((type) => types[type]).join(' and ')} only`
    default:
      return undefined
  }
}

function answerAt(address: Address, { sheet, assigned }: Seen): string | undefined {
  const place = atlasOf(sheet.definition).place(address)
  if (!place) return undefined
  if (!(assigned?.includes(place.section.code) ?? true)) {
    return `of an answer in section ${place.section.code.toUpperCase()}`
  }
  const standing = sheet.standing(place)
  if (standing === 'none' || standing === 'not_asked') return `“${place.label}” is not asked either`
  const cell = sheet.cells[address]
  if (cell?.state === 'not_collected') return `“${place.label}” is not collected`
  return cell ? answered(place, cell.value) : reckoned(place, sheet)
}

const answered = ({ box, label }: Place, value: Value): string =>
  typeof value === 'number'
    ? `“${label}” is ${format(box, value)}`
    : `you answered “${format(box, value)}” to “${label}”`

function reckoned({ address, label }: Place, sheet: Sheet): string | undefined {
  const figure = figureAt(address, sheet)
  return figure === undefined ? undefined : `“${label}” is ${readable(figure)}`
}
