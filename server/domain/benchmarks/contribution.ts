import type { Expression } from '../survey/expression'
import { holds } from '../survey/holds'
import { figureOf } from '../survey/reckoning'
import type { Sheet } from '../survey/sheet'
import type { AmountIndicator, Indicator, RatioIndicator, Scale, ShareIndicator } from './indicator'
import { qualityOf } from './quality'

/** What one submission puts into one indicator, in full precision. */
export interface Contribution {
  readonly numerator: number
  readonly denominator: number
  /** The organisation's own value, on the indicator's scale. */
  readonly rate: number
  /** People behind the numerator and the denominator. */
  readonly people: number
  readonly peopleBelow: number
}

/** Why a submission puts nothing into an indicator. */
export type Missing =
  /** It is not asked of organisations of this type. */
  | 'another_type'
  /** The organisation's figures are not of the kind that is compared: not of a whole year, say. */
  | 'left_out'
  /** An answer it needs is "not collected", blank, or not asked. */
  | 'not_known'
  /** There is nobody and nothing to take a share of. */
  | 'nothing_below'
  /** There are too few for a share to mean anything. */
  | 'too_few_below'

export type Contributed = { readonly kind: 'contributes'; readonly contribution: Contribution } | Absent
interface Absent {
  readonly kind: 'missing'
  readonly because: Missing
}

const missing = (because: Missing): Absent => ({ kind: 'missing', because })

const factors = { per_100k: 100_000, percent: 100, each: 1, pounds: 1 } as const satisfies Record<Scale, number>

/** So many per 100,000, per cent, for each, or pounds. */
export const rateOf = (scale: Scale, numerator: number, denominator: number): number =>
  (numerator * factors[scale]) / denominator

/**
 * What a submission puts into an indicator: every operand must be known. A true 0 counts, and so does the 0 of a gate that
 * says there are none, so that a nil return adds its 0 to rates per head of population and has no share of nobody.
 */
export function contributionTo(indicator: Indicator, sheet: Sheet): Contributed {
  if (!indicator.organisations.includes(sheet.register.organisation.type)) return missing('another_type')
  if (indicator.when) {
    const so = holds(indicator.when, sheet)
    if (so !== true) return missing(so === undefined ? 'not_known' : 'left_out')
  }
  switch (indicator.compares) {
    case 'ratio':
      return ratio(indicator, sheet)
    case 'organisations':
      return counted(indicator, sheet)
    case 'amount':
      return amount(indicator, sheet)
    case 'quality':
      return quality(qualityOf(indicator, sheet))
  }
}

function ratio(indicator: RatioIndicator, sheet: Sheet): Contributed {
  const numerator = figureOf(indicator.numerator, sheet)
  const denominator = figureOf(indicator.denominator, sheet)
  if (numerator === undefined || denominator === undefined) return missing('not_known')
  if (denominator <= 0) return missing('nothing_below')
  if (denominator < (indicator.denominatorAtLeast ?? 0)) return missing('too_few_below')
  const rate = rateOf(indicator.scale, numerator, denominator)
  const people = peopleBehind(indicator.people, numerator, sheet)
  const peopleBelow = peopleBehind(indicator.peopleBelow, denominator, sheet)
  return { kind: 'contributes', contribution: { numerator, denominator, rate, people, peopleBelow } }
}

/** Where the people are not told, there are at least as many as whole-time equivalents. */
const peopleBehind = (people: Expression | undefined, figure: number, sheet: Sheet): number =>
  people === undefined ? figure : (figureOf(people, sheet) ?? Math.ceil(figure))

function counted({ counted, among }: ShareIndicator, sheet: Sheet): Contributed {
  const isAmong = holds(among, sheet)
  const does = holds(counted, sheet)
  if (isAmong === false) return missing('left_out')
  if (isAmong === undefined || does === undefined) return missing('not_known')
  const numerator = does ? 1 : 0
  return {
    kind: 'contributes',
    contribution: { numerator, denominator: 1, rate: numerator * 100, people: numerator, peopleBelow: 1 },
  }
}

function amount(indicator: AmountIndicator, sheet: Sheet): Contributed {
  const told = figureOf(indicator.amount, sheet)
  if (told === undefined) return missing('not_known')
  // Where there is nobody, a gate makes 0 of it: nobody is paid that.
  if (told <= 0) return missing('nothing_below')
  return {
    kind: 'contributes',
    contribution: { numerator: told, denominator: 1, rate: told, people: 1, peopleBelow: 1 },
  }
}

function quality(told: { readonly of: number; readonly among: number } | undefined): Contributed {
  if (told === undefined || told.among === 0) return missing('nothing_below')
  const [numerator, denominator] = [told.of, told.among]
  const rate = rateOf('percent', numerator, denominator)
  return {
    kind: 'contributes',
    contribution: { numerator, denominator, rate, people: numerator, peopleBelow: denominator },
  }
}

/** Everything a submission puts into the indicators of its survey, by their codes: the owner's exact values. */
export function contributionsOf(sheet: Sheet): ReadonlyMap<string, Contribution> {
  const found = new Map<string, Contribution>()
  for (const indicator of sheet.definition.indicators) {
    const contributed = contributionTo(indicator, sheet)
    if (contributed.kind === 'contributes') found.set(indicator.code, contributed.contribution)
  }
  return found
}

/** The people in one row of a tally; undefined where a row of it is not known: the organisation drops out of the table. */
export const tallied = (rows: readonly { readonly people: Expression }[], sheet: Sheet): number[] | undefined => {
  const people = rows.map((row) => figureOf(row.people, sheet)).filter((each) => each !== undefined)
  return people.length === rows.length ? people : undefined
}
