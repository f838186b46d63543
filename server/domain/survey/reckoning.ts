import type { Address, Cell } from './cells'
import type { Expression } from './expression'
import { atlasOf, type Place } from './places'
import type { Sheet } from './sheet'

/**
 * The figure an expression comes to, or undefined as soon as one cell it needs is missing: a missing number is never a
 * nought, except where its gate says there are none. Reckoned in hundredths, for WTE is told to two places and
 * 0.1 + 0.2 must be 0.3.
 */
export function figureOf(expression: Expression, sheet: Sheet, at = ''): number | undefined {
  const hundredths = reckon(expression, sheet, at)
  return hundredths === undefined ? undefined : hundredths / 100
}

/** The figure in one place: entered, calculated, or 0 where there are none. */
export function figureAt(address: Address, sheet: Sheet): number | undefined {
  const hundredths = hundredthsAt(address, sheet)
  return hundredths === undefined ? undefined : hundredths / 100
}

/** The cell at an address, unless it is not asked. */
export function livingCell(address: Address, sheet: Sheet): Cell | undefined {
  const place = atlasOf(sheet.definition).place(address)
  if (!place) return undefined
  const standing = sheet.standing(place)
  return standing === 'asked' || standing === 'undetermined' ? sheet.cells[address] : undefined
}

/** What an expression comes to, in hundredths; undefined as soon as a cell it needs is missing. */
export function reckon(expression: Expression, sheet: Sheet, at: string): number | undefined {
  switch (expression.kind) {
    case 'number':
      return expression.value * 100
    case 'cell':
      return hundredthsAt(expression.address.replace('@', at), sheet)
    case 'sum':
      return sumOver(expression.over.replace('@', at), sheet)
    case 'plus':
    case 'most':
    case 'least':
      return termsOf(expression, sheet, at)
    case 'either':
      return firstKnown(expression.terms, sheet, at)
    case 'minus':
    case 'times':
    case 'over':
    case 'apart':
      return both(expression, sheet, at)
    case 'weight':
      return weightOf(expression, sheet, at)
    case 'sum_of_rows':
      return rowsTogether(expression, sheet)
    case 'by_type': {
      const told = expression.types[sheet.register.organisation.type]
      return told === undefined ? undefined : reckon(told, sheet, at)
    }
  }
}

const gather = {
  plus: (figures: readonly number[]) => figures.reduce((total, each) => total + each, 0),
  most: (figures: readonly number[]) => Math.max(...figures),
  least: (figures: readonly number[]) => Math.min(...figures),
}

function termsOf({ kind, terms }: Extract<Expression, { kind: keyof typeof gather }>, sheet: Sheet, at: string) {
  const figures = terms.map((term) => reckon(term, sheet, at)).filter((figure) => figure !== undefined)
  return figures.length === terms.length ? gather[kind](figures) : undefined
}

function firstKnown(terms: readonly Expression[], sheet: Sheet, at: string): number | undefined {
  for (const term of terms) {
    const figure = reckon(term, sheet, at)
    if (figure !== undefined) return figure
  }
  return undefined
}

const arithmetic = {
  minus: (a: number, b: number) => a - b,
  apart: (a: number, b: number) => Math.abs(a - b),
  times: (a: number, b: number) => (a * b) / 100,
  over: (a: number, b: number) => (b === 0 ? undefined : (a / b) * 100),
}

function both({ kind, left, right }: Extract<Expression, { kind: keyof typeof arithmetic }>, sheet: Sheet, at: string) {
  const [a, b] = [reckon(left, sheet, at), reckon(right, sheet, at)]
  return a === undefined || b === undefined ? undefined : arithmetic[kind](a, b)
}

function weightOf({ address, weights }: Extract<Expression, { kind: 'weight' }>, sheet: Sheet, at: string) {
  const found = livingCell(address.replace('@', at), sheet)
  const weight = found?.state === 'value' && typeof found.value === 'string' ? weights[found.value] : undefined
  return weight === undefined ? undefined : weight * 100
}

function rowsTogether({ rows, each }: Extract<Expression, { kind: 'sum_of_rows' }>, sheet: Sheet) {
  const question = atlasOf(sheet.definition).question(rows)?.question
  if (question?.shape !== 'table') return undefined
  const figures = question.rows.map(({ code }) => reckon(each, sheet, code)).filter((figure) => figure !== undefined)
  return figures.length === 0 ? undefined : gather.plus(figures)
}

/** A column with one cell missing has no sum; a list without entries has none either, unless there are none to list. */
function sumOver(pattern: string, sheet: Sheet): number | undefined {
  const addresses = addressesOf(pattern, sheet)
  if (addresses.length === 0) return emptySum(pattern, sheet)
  let total = 0
  for (const address of addresses) {
    const found = hundredthsAt(address, sheet)
    if (found === undefined) return undefined
    total += found
  }
  return total
}

function emptySum(pattern: string, sheet: Sheet): number | undefined {
  const found = atlasOf(sheet.definition).question(pattern)
  return found && sheet.standing(found) === 'none' ? 0 : undefined
}

/** The addresses a pattern stands for, in reading order. */
export const addressesOf = (pattern: string, { definition, cells }: Sheet): readonly Address[] =>
  pattern.includes('*') ? atlasOf(definition).addresses(pattern, cells) : [pattern]

function hundredthsAt(address: Address, sheet: Sheet): number | undefined {
  const { figures } = sheet
  if (figures.has(address)) return figures.get(address)
  figures.set(address, undefined)
  const place = atlasOf(sheet.definition).place(address)
  const figure = place ? hundredthsIn(place, sheet) : undefined
  figures.set(address, figure)
  return figure
}

function hundredthsIn(place: Place, sheet: Sheet): number | undefined {
  const standing = sheet.standing(place)
  if (standing === 'none') return 0
  if (standing === 'not_asked') return undefined
  if (place.question.answering === 'calculated') {
    const told = place.question.figures?.[place.column]
    return told === undefined ? undefined : reckon(told, sheet, place.row ?? '')
  }
  const found = sheet.cells[place.address]
  return found?.state === 'value' && typeof found.value === 'number' ? Math.round(found.value * 100) : undefined
}
