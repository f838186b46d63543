import type { Indicator } from './indicator'

/** Whether figures are reckoned on whole-time equivalents or on people, where there are both. */
export type Basis = 'wte' | 'people'

/** What the two bases are called where one is chosen. */
export const bases = { wte: 'Whole-time equivalents', people: 'People' } as const satisfies Record<Basis, string>

/** Whether a word names a basis. */
export const isBasis = (given: unknown): given is Basis => typeof given === 'string' && Object.hasOwn(bases, given)

/** The indicators on one basis: of two versions of the same, the one that is reckoned on it; all that have one version. */
export const indicatorsOn = (basis: Basis, indicators: readonly Indicator[]): Indicator[] =>
  indicators.filter(({ code, otherBasis }) => otherBasis === undefined || code.endsWith('_hc') === (basis === 'people'))

/** "on people", where there is another version on whole-time equivalents. */
export const basisOf = ({ code, otherBasis }: Indicator): Basis | undefined => {
  if (otherBasis === undefined) return undefined
  return code.endsWith('_hc') ? 'people' : 'wte'
}
