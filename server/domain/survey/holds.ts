import type { Address } from './cells'
import type { Condition } from './expression'
import { addressesOf, livingCell, reckon } from './reckoning'
import type { Sheet } from './sheet'

/** Whether it is so; undefined if that cannot be said (Kleene's three values). */
export function holds(condition: Condition, sheet: Sheet, at = ''): boolean | undefined {
  switch (condition.kind) {
    case 'equal':
    case 'at_most':
    case 'less_than':
      return compare(condition, sheet, at)
    case 'is':
      return valueTest(condition.address, sheet, at, (value) => condition.values.some((each) => each === value))
    case 'ticked':
      return valueTest(
        condition.address,
        sheet,
        at,
        (value) => Array.isArray(value) && condition.options.some((option) => value.includes(option)),
      )
    case 'some':
      return gateHolds(condition, sheet, at)
    case 'answered':
      return condition.any.some((pattern) => isAnswered(pattern.replace('@', at), sheet)) ? true : undefined
    case 'organisation':
      return condition.types.includes(sheet.register.organisation.type)
    default:
      return together(condition, sheet, at)
  }
}

function together(condition: Extract<Condition, { kind: 'all' | 'any' | 'not' }>, sheet: Sheet, at: string) {
  if (condition.kind === 'not') {
    const so = holds(condition.condition, sheet, at)
    return so === undefined ? undefined : !so
  }
  const decisive = condition.kind === 'any'
  const found = condition.of.map((each) => holds(each, sheet, at))
  if (found.includes(decisive)) return decisive
  return found.includes(undefined) ? undefined : !decisive
}

function gateHolds(condition: Condition, sheet: Sheet, at: string): boolean | undefined {
  const route = sheet.route(condition, at)
  return route === 'undetermined' ? undefined : route === 'asked'
}

type Comparison = Extract<Condition, { kind: 'equal' | 'at_most' | 'less_than' }>

/** Closer than this many hundredths is the same: what division and shares leave behind in floating point. */
const SAME = 1e-6

function compare(condition: Comparison, sheet: Sheet, at: string): boolean | undefined {
  const [left, right] = [reckon(condition.left, sheet, at), reckon(condition.right, sheet, at)]
  if (left === undefined || right === undefined) return undefined
  switch (condition.kind) {
    case 'equal': {
      const within = reckon(condition.within, sheet, at)
      return within === undefined ? undefined : Math.abs(left - right) <= within + SAME
    }
    case 'at_most':
      return left - right <= SAME
    case 'less_than':
      return left - right < -SAME
  }
}

function valueTest(address: Address, sheet: Sheet, at: string, test: (value: unknown) => boolean): boolean | undefined {
  const found = livingCell(address.replace('@', at), sheet)
  return found?.state === 'value' ? test(found.value) : undefined
}

const isAnswered = (pattern: string, sheet: Sheet): boolean =>
  pattern.includes('*')
    ? addressesOf(pattern, sheet).some((address) => livingCell(address, sheet) !== undefined)
    : livingCell(pattern, sheet) !== undefined
