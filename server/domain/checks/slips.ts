import { readable } from '../kinds/number'
import { labelAt } from '../reading/labels'
import type { Address } from '../survey/cells'
import type { SurveyDefinition } from '../survey/definition'
import { alikeColumns, isTenfold } from '../survey/patternRules'
import { explanationIn, numberIn, type Checked, type Found } from './found'

/** X05: tables of people that were probably copied one over the other. */
export const copied = (checked: readonly Checked[], definition: SurveyDefinition): Found[] =>
  checked.flatMap((each) =>
    alikeColumns(definition, (address) => numberIn(each.cells, address)).map(({ one, other }) => ({
      returnId: each.returnId,
      submissionId: each.submissionId,
      organisation: each.organisation.name,
      says: `“${one.label}” and “${other.label}” have the same figures in the same order.`,
      explanation: explanationIn(each, 'X05'),
      asking: {
        address: other.first,
        addresses: [...one.addresses, ...other.addresses],
        rule: 'X05',
        beside: [],
        partnerId: null,
        question: `“${one.label}” and “${other.label}” have the same figures in the same order. Was one copied over the other?`,
      },
    })),
  )

/** X06: totals that are exactly ten times last time's, or a tenth. */
export const tenfold = (
  checked: readonly Checked[],
  addresses: readonly Address[],
  definition: SurveyDefinition,
): Found[] => checked.flatMap((each) => addresses.flatMap((address) => tenfoldAt(address, each, definition) ?? []))

function tenfoldAt(address: Address, checked: Checked, definition: SurveyDefinition): Found | undefined {
  const [now, before] = [numberIn(checked.cells, address), numberIn(checked.before, address)]
  if (now === undefined || before === undefined || !isTenfold(before, now)) return undefined
  const how = now > before ? 'exactly ten times' : 'exactly a tenth of'
  const said = `${readable(now, placesOf(now))}; last time it was ${readable(before, placesOf(before))}`
  return {
    returnId: checked.returnId,
    submissionId: checked.submissionId,
    organisation: checked.organisation.name,
    says: `${said}: ${how} it.`,
    explanation: explanationIn(checked, 'X06'),
    asking: {
      address,
      addresses: [address],
      rule: 'X06',
      beside: [`last time ${before}`],
      partnerId: null,
      question: `You told us ${said} for “${labelAt(address, definition)}”: ${how} that. Is the decimal point where it should be?`,
    },
  }
}

const placesOf = (figure: number): number => (Number.isInteger(figure) ? 0 : 2)
