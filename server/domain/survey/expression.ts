import type { Address } from './cells'

/** NHS trust · council · independent provider · voluntary provider. */
export type OrganisationType = 'nhs_trust' | 'local_authority' | 'independent' | 'voluntary'

/**
 * A figure worked out from cells. Plain data, so that a survey can be printed, compared and kept. In a rule told once
 * for many places, `@` in an address stands for each of them in turn.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'cell'; readonly address: Address }
  | { readonly kind: 'sum'; readonly over: string }
  | { readonly kind: 'plus' | 'most' | 'least'; readonly terms: readonly Expression[] }
  | { readonly kind: 'either'; readonly terms: readonly Expression[] }
  | { readonly kind: 'minus' | 'times' | 'over'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'apart'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'weight'; readonly address: Address; readonly weights: Readonly<Record<string, number>> }
  | { readonly kind: 'sum_of_rows'; readonly rows: string; readonly each: Expression }
  | { readonly kind: 'by_type'; readonly types: Readonly<Partial<Record<OrganisationType, Expression>>> }

/** Something that is so, is not so, or cannot be said yet. */
export type Condition =
  | { readonly kind: 'equal'; readonly left: Expression; readonly right: Expression; readonly within: Expression }
  | { readonly kind: 'at_most' | 'less_than'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'is'; readonly address: Address; readonly values: readonly string[] }
  | { readonly kind: 'ticked'; readonly address: Address; readonly options: readonly string[] }
  | { readonly kind: 'some'; readonly address: Address }
  | { readonly kind: 'answered'; readonly any: readonly string[] }
  | { readonly kind: 'organisation'; readonly types: readonly OrganisationType[] }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }

type Figure = Expression | Address | number

/** In a definition a bare string is a cell and a bare number is itself. */
const figure = (given: Figure): Expression => {
  if (typeof given === 'number') return { kind: 'number', value: given }
  return typeof given === 'string' ? { kind: 'cell', address: given } : given
}

/** What stands in one cell. */
export const cell = (address: Address): Expression => ({ kind: 'cell', address })
/** Adds up a column of a table or of a partner list: `sum('sw_career_stage.*.hc')`. */
export const sum = (over: string): Expression => ({ kind: 'sum', over })
/** Terms added together. */
export const plus = (...terms: Figure[]): Expression => ({ kind: 'plus', terms: terms.map(figure) })
/** The greatest of its terms. */
export const most = (...terms: Figure[]): Expression => ({ kind: 'most', terms: terms.map(figure) })
/** The least of its terms. */
export const least = (...terms: Figure[]): Expression => ({ kind: 'least', terms: terms.map(figure) })
/** The first of its terms that is known: what may be told in one table or in another. */
export const either = (...terms: Figure[]): Expression => ({ kind: 'either', terms: terms.map(figure) })
/** One figure less another; may be below 0. Not known when either is not. */
export const minus = (left: Figure, right: Figure): Expression => ({
  kind: 'minus',
  left: figure(left),
  right: figure(right),
})
/** The product of two figures; not known when either is not. */
export const times = (left: Figure, right: Figure): Expression => ({
  kind: 'times',
  left: figure(left),
  right: figure(right),
})
/** One figure divided by another; not known when the second is 0. */
export const over = (left: Figure, right: Figure): Expression => ({
  kind: 'over',
  left: figure(left),
  right: figure(right),
})
/** How far two figures are apart, whichever is the greater. */
export const apart = (left: Figure, right: Figure): Expression => ({
  kind: 'apart',
  left: figure(left),
  right: figure(right),
})
/** The number that stands for the option chosen in a cell: the midpoint of a band. Not known for an option without one. */
export const weight = (address: Address, weights: Readonly<Record<string, number>>): Expression => ({
  kind: 'weight',
  address,
  weights,
})
/** Adds up an expression over the rows of a table, `@` being each row: rows whose figure is not known are left out. */
export const sumOfRows = (rows: string, each: Expression): Expression => ({ kind: 'sum_of_rows', rows, each })
/** A figure that is told in another cell by each type of organisation. */
export const byType = (types: Partial<Record<OrganisationType, Address>>): Expression => ({
  kind: 'by_type',
  types: Object.fromEntries(Object.entries(types).map(([type, address]) => [type, figure(address)])),
})

/** The two are no further apart than `within`, for sums of figures that were rounded each for itself. */
export const equal = (left: Figure, right: Figure, within: Figure = 0): Condition => ({
  kind: 'equal',
  left: figure(left),
  right: figure(right),
  within: figure(within),
})
/** The left is not more than the right. */
export const atMost = (left: Figure, right: Figure): Condition => ({
  kind: 'at_most',
  left: figure(left),
  right: figure(right),
})
/** The left is less than the right. */
export const lessThan = (left: Figure, right: Figure): Condition => ({
  kind: 'less_than',
  left: figure(left),
  right: figure(right),
})
/** The left is not less than the right. */
export const atLeast = (left: Figure, right: Figure): Condition => atMost(right, left)
/** The left is more than the right. */
export const moreThan = (left: Figure, right: Figure): Condition => lessThan(right, left)
/** Neither less than the first bound nor more than the second. */
export const between = (each: Figure, low: Figure, high: Figure): Condition =>
  all(atMost(low, each), atMost(each, high))
/** A choice is one of these. */
export const is = (address: Address, ...values: string[]): Condition => ({ kind: 'is', address, values })
/** At least one of these is ticked. */
export const ticked = (address: Address, ...options: string[]): Condition => ({ kind: 'ticked', address, options })
/**
 * A gate: "yes", or a count above 0. Where it says "no" or 0 there are none, and what it leads to counts as 0
 * (decisions: "How missing is reckoned").
 */
export const some = (address: Address): Condition => ({ kind: 'some', address })
/** Something has been said, be it "not collected", at any of these addresses or patterns; never false, only not yet. */
export const answered = (...any: string[]): Condition => ({ kind: 'answered', any })
/** The return is that of an organisation of one of these types. */
export const organisation = (...types: OrganisationType[]): Condition => ({ kind: 'organisation', types })
/** Each of these holds. One that cannot be told leaves it untold, unless another does not hold. */
export const all = (...of: Condition[]): Condition => ({ kind: 'all', of })
/** One of these holds at least. */
export const any = (...of: Condition[]): Condition => ({ kind: 'any', of })
/** The condition can be told, and does not hold. */
export const not = (condition: Condition): Condition => ({ kind: 'not', condition })
/** If the first is so, the second must be. */
export const implies = (first: Condition, then: Condition): Condition => any(not(first), then)
/** Both are so, or neither is. */
export const same = (left: Condition, right: Condition): Condition => all(implies(left, right), implies(right, left))
