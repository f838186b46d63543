import type { Read } from './reading'

/** A published figure that the product must reproduce (specification, published figures §6.1 and §6.3). */
export interface Row {
  readonly id: string
  readonly says: string
  readonly printed: string
  readonly found: Read
  /** Whether what was reckoned, or what is shown, is what was printed, within the tolerance given. */
  readonly agrees: boolean
  /** How it was found, where it is not a figure of the page. */
  readonly how?: string
}

type Words = readonly [id: string, says: string, printed: string]

/** The same to the last digit printed, as the page shows it. */
export const asPrinted = ([id, says, printed]: Words, found: Read): Row => ({
  ...{ id, says, printed, found },
  agrees: found.text.replaceAll(',', '') === printed.replaceAll(',', ''),
})

/** Within so much of a figure. */
export const within = ([id, says, printed]: Words, found: Read, figure: number, tolerance: number): Row => ({
  ...{ id, says, printed, found },
  agrees: found.value !== undefined && Math.abs(found.value - figure) <= tolerance,
})

/** Whatever is said of it holds. */
export const holding = ([id, says, printed]: Words, found: Read, holds: (value: number) => boolean): Row => ({
  ...{ id, says, printed, found },
  agrees: found.value !== undefined && holds(found.value),
})

/** Percentages, each at most one point from what was printed, side by side. */
export const onePointApart = ([id, says, printed]: Words, found: readonly Read[], figures: readonly number[]): Row => ({
  ...{ id, says, printed, found: together(found) },
  agrees: found.every(({ value }, at) => value !== undefined && Math.abs(Math.round(value) - (figures[at] ?? 0)) <= 1),
})

/** Several figures told side by side; reckoned together they are their sum. */
export const together = (all: readonly Read[], separator = ' / '): Read => ({
  value: all.reduce<number | undefined>(
    (sum, { value }) => (sum === undefined || value === undefined ? undefined : sum + value),
    0,
  ),
  text: all.map(({ text }) => text).join(separator),
  several: all.map(({ value }) => computed(value)).join(separator),
})

/** To two decimals at most. */
export const computed = (value: number | undefined): string =>
  value === undefined ? 'hidden' : String(Math.round(value * 100) / 100)

/** A figure worked out of others that are shown, as a reader would. */
export const workedOut = (value: number | undefined, text: (value: number) => string): Read => ({
  value,
  text: value === undefined ? 'hidden' : text(value),
})

/** The whole number a page shows: 76 of "76%". */
export const shownNumber = ({ text }: Read): number => Number(text.replace(/[,%]/g, ''))
