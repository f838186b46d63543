import type { Shown } from '../disclosure/figure'
import { halfAwayFromZero } from '../disclosure/rounding'
import type { Indicator } from './indicator'

/** What is told of a group of organisations. */
export type Statistic =
  'mean' | 'median' | 'lowerQuartile' | 'upperQuartile' | 'least' | 'greatest' | 'pooled' | 'numerator' | 'denominator'

type Scaled = Pick<Indicator, 'scale' | 'decimals'>

/** Stands for a figure that is hidden, wherever figures are written. */
export const HIDDEN = '[c]'
/** For what an organisation does not collect, and for what it is not asked. */
export const NOT_COLLECTED = 'NC'

/** Stands where there can be no figure. */
export const NOT_APPLICABLE = '-'

/**
 * The one rule by which a published figure is written, on pages, charts, in files, on paper and to other systems. It is
 * rounded half away from zero, once: percentages to whole ones; statistics of organisations, which come with two
 * significant figures, with these two; ranges to whole numbers; all organisations together to one decimal per 100,000, and
 * each from 10 on to whole numbers; what these are made of as it is, to two decimals at most.
 */
export function written({ scale }: Scaled, statistic: Statistic, value: number): string {
  if (statistic === 'numerator' || statistic === 'denominator') return grouped(value, { most: 2 })
  if (statistic === 'least' || statistic === 'greatest') return withUnit(scale, grouped(value, { most: 0 }))
  if (scale === 'percent') return withUnit(scale, grouped(value, { most: 0 }))
  if (scale === 'pounds') return withUnit(scale, grouped(value, { most: 0 }))
  return statistic === 'pooled' ? grouped(value, placesOf(scale, value)) : twoFigures(value)
}

/** A figure, or that it is hidden, or that there is none of its kind. */
export function shown(scaled: Scaled, statistic: Statistic, figure: Shown): string {
  if ('value' in figure) return written(scaled, statistic, figure.value)
  return figure.withheld === 'not_told' ? NOT_APPLICABLE : HIDDEN
}

/** People counted in a table of them. */
export function countWritten(figure: Shown): string {
  if ('value' in figure) return grouped(figure.value, { most: 2 })
  return figure.withheld === 'not_told' ? NOT_APPLICABLE : HIDDEN
}

/** An organisation's own figure, for its own eyes: with the decimals of its indicator. */
export const ownWritten = ({ scale, decimals }: Scaled, value: number): string =>
  withUnit(scale, grouped(value, { least: decimals, most: decimals }))

/** A round value along an axis. */
export const tickWritten = ({ scale }: Pick<Indicator, 'scale'>, value: number): string =>
  withUnit(scale, grouped(value, { most: 4 }))

/** A figure as it is written, without its unit and without commas: what a file of figures holds. */
export const plain = (text: string): string => text.replace(/[£%,]/g, '')

const placesOf = (scale: Indicator['scale'], value: number) =>
  scale === 'per_100k' || Math.abs(value) < 10 ? { least: 1, most: 1 } : { most: 0 }

const withUnit = (scale: Indicator['scale'], figure: string): string => {
  if (scale === 'percent') return `${figure}%`
  return scale === 'pounds' ? `£${figure}` : figure
}

/** 4.1, 12, 150, 0.53; nought is 0. */
function twoFigures(value: number): string {
  if (value === 0) return '0'
  const power = Math.floor(Math.log10(Math.abs(value)) + CLOSE)
  const places = Math.max(0, 1 - power)
  return grouped(value, { least: places, most: places })
}

/** What floating point leaves behind. */
const CLOSE = 1e-9

interface Places {
  readonly least?: number
  readonly most: number
}

/** With thousands apart, and so many decimals at least and at most. */
const grouped = (value: number, { least = 0, most }: Places): string =>
  writer(least, most).format(halfAwayFromZero(value, most))

/** Making one takes long, and a page has thousands of figures. */
const writers = new Map<string, Intl.NumberFormat>()

function writer(least: number, most: number): Intl.NumberFormat {
  const key = `${least} ${most}`
  const known = writers.get(key)
  if (known) return known
  const made = new Intl.NumberFormat('en-GB', { minimumFractionDigits: least, maximumFractionDigits: most })
  writers.set(key, made)
  return made
}

/** How the figures of an indicator are to be read. */
export const unitWords: Readonly<Record<Indicator['scale'], string>> = {
  per_100k: 'per 100,000 people',
  percent: 'per cent',
  each: 'for each one',
  pounds: 'pounds a year',
}
