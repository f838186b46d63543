import { addressesIn } from '../survey/addresses'
import type { Address } from '../survey/cells'
import type { Condition, Expression } from '../survey/expression'
import { atlasOf } from '../survey/places'
import { addressesOf } from '../survey/reckoning'
import type { Sheet } from '../survey/sheet'
import type { Indicator } from './indicator'

/** What an organisation's own figure lacks: an answer it said is not collected, one it left empty, or one it was not asked. */
export interface Lacking {
  readonly why: 'not_collected' | 'unanswered' | 'not_asked'
  /** The questions, as they are asked. */
  readonly questions: readonly string[]
}

/** Which answers a return lacks for an indicator; the first kind that there is, for that is what would mend it. */
export function whatIsMissing(indicator: Indicator, sheet: Sheet): Lacking {
  const addresses = [
    ...new Set(
      partsOf(indicator)
        .flatMap(addressesIn)
        .flatMap((pattern) => behind(pattern, sheet)),
    ),
  ]
  const labels = (of: readonly Address[]) => [
    ...new Set(of.map((address) => atlasOf(sheet.definition).question(address)?.question.label ?? address)),
  ]
  const asked = addresses.filter((address) => isAsked(address, sheet))
  const uncollected = asked.filter((address) => sheet.cells[address]?.state === 'not_collected')
  if (uncollected.length > 0) return { why: 'not_collected', questions: labels(uncollected) }
  const empty = asked.filter((address) => isRead(address, sheet) && sheet.cells[address] === undefined)
  if (empty.length > 0) return { why: 'unanswered', questions: labels(empty) }
  return { why: 'not_asked', questions: [] }
}

function partsOf(indicator: Indicator): (Expression | Condition)[] {
  const when = indicator.when ? [indicator.when] : []
  switch (indicator.compares) {
    case 'ratio':
      return [...when, indicator.numerator, indicator.denominator]
    case 'organisations':
      return [...when, indicator.among, indicator.counted]
    case 'amount':
      return [...when, indicator.amount]
    case 'quality':
      return when
  }
}

/** The places a figure is read from: of what is worked out, those it is worked out from. */
function behind(pattern: string, sheet: Sheet): readonly Address[] {
  return addressesOf(pattern, sheet).flatMap((address) => {
    const place = atlasOf(sheet.definition).place(address)
    const told = place?.question.answering === 'calculated' ? place.question.figures?.[place.column] : undefined
    if (!place || !told) return [address]
    return addressesIn(told).flatMap((each) => behind(each.replace('@', place.row ?? ''), sheet))
  })
}

function isAsked(address: Address, sheet: Sheet): boolean {
  const place = atlasOf(sheet.definition).place(address)
  const standing = place ? sheet.standing(place) : 'not_asked'
  return standing === 'asked' || standing === 'undetermined'
}

/** Whether an employer answers it: what the register tells is not theirs to fill in. */
const isRead = (address: Address, { definition }: Sheet): boolean =>
  atlasOf(definition).question(address)?.question.answering !== 'prefilled'
