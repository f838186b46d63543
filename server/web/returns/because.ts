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

/** Why a whole section is not asked, as the end of a sentence. */
export const whySectionNotAsked = ({ when }: Section, sheet: Sheet): string =>
  (when && shutBy(when, sheet)) ?? 'of your other answers'

/** Why a question is not asked: "you answered “No” to “Did you employ any AMHPs?”". */
export function whyNotAsked(question: Question, section: Section, sheet: Sheet): string {
  const standing = sectionStanding(section, sheet)
  if (standing === 'none' || standing === 'not_asked') return whySectionNotAsked(section, sheet)
  return (question.when && shutBy(question.when, sheet)) ?? 'of your other answers'
}

function shutBy(condition: Condition, sheet: Sheet): string | undefined {
  const standing = sheet.route(condition)
  if (standing === 'asked' || standing === 'undetermined') return undefined
  switch (condition.kind) {
    case 'some':
    case 'is':
    case 'ticked':
      return answerAt(condition.address, sheet)
    case 'all':
      return condition.of.map((each) => shutBy(each, sheet)).find((why) => why !== undefined)
    case 'any':
      return condition.of.flatMap((each) => shutBy(each, sheet) ?? []).join(' and ')
    case 'organisation':
      return `it is asked of ${condition.types.map((type) => types[type]).join(' and ')} only`
    default:
      return undefined
  }
}

function answerAt(address: Address, sheet: Sheet): string | undefined {
  const place = atlasOf(sheet.definition).place(address)
  if (!place) return undefined
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
