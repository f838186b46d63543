import type { Scale } from '../benchmarks/indicator'
import { parameters } from './parameters'

/**
 * Rounds to so many decimals, a half away from zero: 2.5 to 3, -2.5 to -3, 1.005 to 1.01. Fifteen figures are looked at, so
 * that what a computer holds as 1.00499999999999989 is the half it was meant to be. Decimals below zero are tens, hundreds.
 */
export function halfAwayFromZero(value: number, decimals = 0): number {
  const power = 10 ** Math.abs(decimals)
  const scaled = Number((decimals < 0 ? Math.abs(value) / power : Math.abs(value) * power).toPrecision(15))
  const whole = Math.floor(scaled + 0.5)
  const rounded = decimals < 0 ? whole * power : whole / power
  return rounded === 0 ? 0 : Math.sign(value) * rounded
}

/** Counts of people, whole time equivalents and activity below the national level: 12 to 10, 12.5 to 15. */
export const nearestFive = (count: number): number =>
  halfAwayFromZero(count / parameters.peopleTo) * parameters.peopleTo

/** Two significant figures: 4.0123 to 4, 0.0456 to 0.046, 268 to 270. */
export function twoFigures(value: number): number {
  if (value === 0) return 0
  const exponent = Number(value.toExponential().split('e')[1])
  return halfAwayFromZero(value, parameters.significantFigures - 1 - exponent)
}

/** How a mean, a median, a quartile or a rate below the national level is told: per cent whole, all else two figures. */
export const told = (value: number, scale: Scale): number =>
  scale === 'percent' ? halfAwayFromZero(value) : twoFigures(value)
